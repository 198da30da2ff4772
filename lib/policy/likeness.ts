import { COMMENT, Members } from './value';

/** The names of what two blocks of a configuration say differently; of what is not told for sure too. */
export function differences(one: Members, other: Members): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name in one) {
    if (name !== COMMENT && !isSame(one[name], other[name])) names.add(name);
  }
  for (const name in other) {
    if (!Object.hasOwn(one, name)) names.add(name);
  }
  return names;
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && hasOneText(one, other));

/** Node writes a text faster than code of ours goes through both. */
function hasOneText(one: unknown, other: unknown): boolean {
  try {
    return JSON.stringify(one) === JSON.stringify(other);
  } catch {
    // too deep, or without an end.
    return false;
  }
}
