/** What exists in the account, by type and id. */
import { ObjectValue } from './msgpack';

export interface Stored {
  readonly id: string;
  readonly value: ObjectValue;
}

export interface Cloud {
  get(type: string, id: string): ObjectValue | undefined;
  put(type: string, id: string, value: ObjectValue): void;
  delete(type: string, id: string): void;
  list(type: string): readonly Stored[];
  /** Counts up from 0 for each key: what is made again is not the same thing again. */
  count(key: string): number;
}

/** All of an account at one moment. */
export interface CloudContents {
  /** Values by type, then by id. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, ObjectValue>>>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** An account that lasts as long as its process. */
export class RememberedCloud implements Cloud {
  private readonly types: Map<string, Map<string, ObjectValue>>;
  private readonly counts: Map<string, number>;

  constructor({ resources, counts }: CloudContents = { resources: {}, counts: {} }) {
    const types = Object.entries(resources);
    this.types = new Map(types.map(([type, stored]) => [type, new Map(Object.entries(stored))]));
    this.counts = new Map(Object.entries(counts));
  }

  /** How many resources exist. */
  public get size(): number {
    return [...this.types.values()].reduce((sum, stored) => sum + stored.size, 0);
  }

  /** All of it, for keeping elsewhere. */
  public get contents(): CloudContents {
    const types = [...this.types].filter(([, stored]) => stored.size > 0);
    return {
      resources: Object.fromEntries(
        types.map(([type, stored]) => [type, Object.fromEntries(stored)]),
      ),
      counts: Object.fromEntries(this.counts),
    };
  }

  public get(type: string, id: string): ObjectValue | undefined {
    return this.types.get(type)?.get(id);
  }

  public put(type: string, id: string, value: ObjectValue): void {
    const stored = this.types.get(type) ?? new Map<string, ObjectValue>();
    this.types.set(type, stored.set(id, structuredClone(value)));
  }

  public delete(type: string, id: string): void {
    this.types.get(type)?.delete(id);
  }

  public list(type: string): readonly Stored[] {
    return [...(this.types.get(type) ?? [])].map(([id, value]) => ({ id, value }));
  }

  public count(key: string): number {
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    return count;
  }
}
