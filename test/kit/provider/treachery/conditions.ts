/** When a behaviour shows: a few words about values and their change, no code. */
import { ObjectValue, Value } from '../msgpack';
import { same } from '../schema';
import { isEmpty, leaves } from './paths';

export type Condition =
  | (typeof WORDS)[number]
  | { readonly equals: Value }
  | { readonly in: readonly Value[] }
  | { readonly contains: string };

/** Conditions by path; all must hold, each for some value that its path names. */
export type When = Readonly<Record<string, Condition>>;

/** What a condition is asked about. */
export interface Situation {
  /** As it is planned, or as the service is about to keep it. */
  readonly value: ObjectValue;
  /** As the state had it before the change. */
  readonly prior?: ObjectValue | null;
  /** As the cloud has it before the change. */
  readonly before?: ObjectValue | null;
}

export const WORDS = [
  'absent',
  'present',
  'changed',
  'unchanged',
  'removed',
  'stale',
  'gone',
] as const;
export const TESTS = ['equals', 'in', 'contains'] as const;

export function holds(when: When | undefined, situation: Situation): boolean {
  return Object.entries(when ?? {}).every(([path, condition]) => meets(condition, path, situation));
}

function meets(condition: Condition, path: string, { value, prior, before }: Situation): boolean {
  const found = leaves(value, path);
  const differs = (other: ObjectValue) => !same(leaves(other, path), found);
  if (condition === 'absent') return found.some(isEmpty);
  if (condition === 'present') return found.some((leaf) => !isEmpty(leaf));
  if (condition === 'changed') return !!prior && differs(prior);
  if (condition === 'unchanged') return !!prior && !differs(prior);
  if (condition === 'removed') {
    const had = leaves(prior ?? null, path);
    return found.some(isEmpty) && had.some((leaf) => !isEmpty(leaf));
  }
  // what someone else did since the state was refreshed.
  if (condition === 'gone') return !before;
  if (condition === 'stale') {
    return !!prior && !!before && !same(leaves(prior, path), leaves(before, path));
  }
  if ('equals' in condition) return found.some((leaf) => same(leaf, condition.equals, true));
  if ('in' in condition)
    return found.some((leaf) => condition.in.some((one) => same(leaf, one, true)));
  return found.some((leaf) => typeof leaf === 'string' && leaf.includes(condition.contains));
}
