import { ITerraformDependable } from 'cdktf';
import { HealthCheckOptions } from './health-check';
import { Problem, known, member, show } from '../../core';
import { IWorkload } from '../workloads/workload';

/** What stands before a guard has to know of it. */
interface Guarded {
  /** The host under which the edge sends what the guard asks for. */
  readonly host: string;
  /** The path that the guard answers for everybody. */
  readonly healthPath: string;
  /** What is there once the edge sends it. */
  readonly inForce: ITerraformDependable;
}

/** Origins, as much of them as concerns guards. */
interface Origins {
  readonly host: string;
  readonly origins: Readonly<Record<string, { readonly workload: IWorkload }>>;
  readonly healthCheck: HealthCheckOptions;
}

const guards = new WeakMap<object, Guarded>();

/** The guards of origin locks among the workloads behind a host. */
export const originGuards = {
  /** Says that a workload is a guard. */
  add: (workload: object, guarded: Guarded): void => void guards.set(workload, guarded),

  has: (workload: object): boolean => guards.has(workload),

  /**
   * What has to hold before a host leads to a workload. A guard refuses what comes without the header: it is reached when
   * the edge sends it, and no earlier, so that a host that is served already is served on.
   */
  inForce: (workload: object): ITerraformDependable[] | undefined => {
    const guarded = guards.get(workload);
    return guarded && [guarded.inForce];
  },

  /** What the health check asks for unless told otherwise: it comes without the header. */
  healthPath: (origins: readonly { readonly workload: IWorkload }[]): string | undefined =>
    origins.map((it) => of(it?.workload)?.healthPath).find((path) => path !== undefined),

  problemsIn: ({ host, origins, healthCheck }: Origins): Problem[] =>
    Object.entries(origins ?? {}).flatMap(([name, origin]) => {
      const guarded = of(origin?.workload);
      if (!guarded) return [];
      const { path } = healthCheck;
      return [
        ...(differs(host, guarded.host)
          ? [
              {
                prop: `${member('origins', name)}.workload`,
                got: `the guard of ${guarded.host}`,
                expected: `a guard of ${host}`,
              },
            ]
          : []),
        ...(differs(path, guarded.healthPath)
          ? [
              {
                prop: 'healthCheck.path',
                got: show(path),
                expected: `${show(guarded.healthPath)}, which the guard answers without the header`,
              },
            ]
          : []),
      ];
    }),
};

const of = (workload: object | undefined): Guarded | undefined =>
  typeof workload === 'object' && workload !== null ? guards.get(workload) : undefined;

const differs = (given: string | undefined, right: string): boolean =>
  given !== undefined && known(given) && known(right) && given !== right;
