import { Block } from './graph';
import { Members, asIs } from './value';

/** Blocks that differ from one in the same of its members. */
export interface Kin {
  readonly blocks: readonly Block[];
  /** The members that they say differently; undefined where that cannot be told. */
  readonly unlike?: readonly string[];
}

/** Groups blocks by which members they say differently than one of them does; only those that are named count. */
export function kinsOf(
  one: Block,
  others: readonly Block[],
  names: readonly string[],
): readonly Kin[] {
  // in a plan the same may be taken from elsewhere.
  if (one.read === asIs || others.some(({ read }) => read !== one.read)) {
    return [{ blocks: others }];
  }
  const kins = new Map<string, { blocks: Block[]; unlike: readonly string[] }>();
  const unlikeOf = comparedWith(one.body, names);
  for (const block of others) {
    const unlike = unlikeOf(block.body);
    const key = unlike.join(' ');
    const kin = kins.get(key);
    if (kin) kin.blocks.push(block);
    else kins.set(key, { blocks: [block], unlike });
  }
  return [...kins.values()];
}

/** Tells which of some members another says differently. */
function comparedWith(one: Members, names: readonly string[]) {
  const texts: (string | undefined)[] = [];
  const isSame = (at: number, other: unknown) => {
    const own = one[names[at]];
    if (typeof own !== 'object' || typeof other !== 'object') return false;
    texts[at] ??= written(own);
    return texts[at] !== undefined && texts[at] === written(other);
  };
  return (other: Members): readonly string[] =>
    names.filter((name, at) => one[name] !== other[name] && !isSame(at, other[name]));
}

/** Node writes a text faster than code of ours goes through two values. */
function written(it: unknown): string | undefined {
  try {
    return JSON.stringify(it);
  } catch {
    // too deep, or without an end: like nothing else.
    return undefined;
  }
}
