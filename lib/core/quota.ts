import { Problem } from './checks';
import { PROJECT_LIMITS } from '../facts/limits';

/** What instances take of a project while they run. */
export interface Load {
  readonly instances: number;
  /** Virtual CPUs. */
  readonly cpu: number;
  /** Gigabytes. */
  readonly memory: number;
}

/** The kinds of entities that a project has a limited number of. */
export type EntityKind =
  'apps' | 'jobs' | 'functions' | 'builds' | 'secrets' | 'configMaps' | 'domainMappings';

/** What one entity asks of its project. */
export interface Demand {
  readonly kind: EntityKind;
  /** What it always takes; nothing where it scales to zero. */
  readonly least?: Load;
  /** What it takes at most. */
  readonly most?: Load;
}

/** A project that counts what is put into it; one that exists already does not. */
interface Counting {
  _enroll?(demand: Demand): void;
}

/** Tells a project of an entity, where the project counts. */
export function enroll(project: object, demand: Demand): void {
  (project as Counting)._enroll?.(demand);
}

/** The load of so many instances of a size, or none where the number is known only to Terraform. */
export function loadOf(instances: number, size: { cpu: number; memory: number }): Load {
  // tokens of numbers are negative.
  const count = Math.max(0, instances);
  return { instances: count, cpu: count * size.cpu, memory: count * size.memory };
}

/** What is asked of one project, summed up as it comes. */
export class Quota {
  private readonly counts = new Map<EntityKind, number>();
  private least: Load = NOTHING;
  private most: Load = NOTHING;

  /** Counts one entity. */
  public add({ kind, least = NOTHING, most = NOTHING }: Demand): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.least = sum(this.least, least);
    this.most = sum(this.most, most);
  }

  /** What the project cannot hold: more entities than it may have, more load than it may carry even at rest. */
  public overrun(): Problem[] {
    return [...this.counts, ...entriesOf(this.least)].filter(isTooMuch).map(([what, number]) => ({
      prop: what,
      got: `${number}`,
      expected: `at most ${PROJECT_LIMITS[what]} in one project`,
      remedy: 'spread them over several projects',
    }));
  }

  /** What it could not carry if everything in it scaled to its most at once: true of many that never do. */
  public risk(): Problem[] {
    return entriesOf(this.most)
      .filter(isTooMuch)
      .map(([what, number]) => ({
        prop: what,
        got: `${number} or more with every workload at its most`,
        expected: `at most ${PROJECT_LIMITS[what]} in one project at once`,
        remedy: 'lower maxInstances, or spread them over several projects',
      }));
  }
}

const NOTHING: Load = { instances: 0, cpu: 0, memory: 0 };

const sum = (a: Load, b: Load): Load => ({
  instances: a.instances + b.instances,
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
});

const entriesOf = ({ instances, cpu, memory }: Load): [keyof Load, number][] => [
  ['instances', instances],
  ['cpu', cpu],
  ['memory', memory],
];

const isTooMuch = ([what, number]: readonly [keyof typeof PROJECT_LIMITS, number]) =>
  number > PROJECT_LIMITS[what];
