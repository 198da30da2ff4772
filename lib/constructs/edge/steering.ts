import { Problem, show } from '../../core';
import { CheckRegion } from '../../facts/load-balancing';

/** What a load balancer is told of its pools, by the names of the origins. */
interface Plan {
  readonly policy: 'off' | 'geo' | 'random' | 'dynamic_latency';
  /** Whether all origins share one pool, in which their weights count. */
  readonly isShared: boolean;
  /** Origins that get requests while all is well; all of them where none is named. */
  readonly first?: string;
  /** The origin for when no other is well. */
  readonly last?: string;
  readonly regions?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Which origin gets a request, where there are several.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-global-load-balancer-glb-concepts
 */
export class Steering {
  /** All requests to one origin, and to another one while no check finds that well. */
  public static failover(first: string, backup: string): Steering {
    return new Steering({ policy: 'off', isShared: false, first, last: backup });
  }

  /**
   * Each request to the origins of the region that it comes from, and elsewhere to any.
   * @param regions names of origins by the codes of regions, see `CheckRegion`
   */
  public static geographic(regions: { readonly [region: string]: string[] }): Steering {
    return new Steering({ policy: 'geo', isShared: false, regions });
  }

  /** Each request to the origin that answers fastest; it takes a plan that measures. */
  public static fastest(): Steering {
    return new Steering({ policy: 'dynamic_latency', isShared: false });
  }

  /** Requests by the weights of the origins: a new version with a weight of 5 gets few. */
  public static weighted(): Steering {
    return new Steering({ policy: 'off', isShared: true });
  }

  private constructor(
    /** @internal */
    public readonly _plan: Plan,
  ) {}

  /** @internal */
  public _problemsIn(origins: readonly string[]): Problem[] {
    const { first, last, regions = {} } = this._plan;
    const named = [first, last, ...Object.values(regions).flat()];
    const strangers = named.filter((it) => it !== undefined && !origins.includes(it));
    return [
      ...strangers.map((it) => ({
        prop: 'steering',
        got: `an origin ${show(it)}`,
        expected: `one of ${origins.map(show).join(', ')}`,
      })),
      ...(first !== undefined && first === last ? [SAME] : []),
      ...Object.keys(regions)
        .filter((it) => !(Object.values(CheckRegion) as string[]).includes(it))
        .map((it) => ({
          prop: 'steering',
          got: `a region ${show(it)}`,
          expected: `one of ${Object.values(CheckRegion).join(', ')}`,
        })),
    ];
  }
}

const SAME: Problem = {
  prop: 'steering',
  got: 'one origin as its own backup',
  expected: 'two origins',
};
