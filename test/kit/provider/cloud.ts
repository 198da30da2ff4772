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

/** An account that lasts as long as its process. */
export class RememberedCloud implements Cloud {
  private readonly types = new Map<string, Map<string, ObjectValue>>();
  private readonly counts = new Map<string, number>();

  /** How many resources exist. */
  public get size(): number {
    return [...this.types.values()].reduce((sum, stored) => sum + stored.size, 0);
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
