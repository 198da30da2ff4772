/** A verdict at synth is never contradicted at plan: what is unknown may become either, and a plan may know less. */
import { Block } from '../../../lib/policy/graph';
import { RULES } from '../../../lib/policy/rules';
import { verdictsOn } from './verdicts';

/** What two looks at the same configuration came to. */
export interface Comparison {
  /** Verdicts that are the opposite of what they were: `rule address: breaks, then holds`. */
  readonly contradicted: readonly string[];
  /** Verdicts of before. */
  readonly verdicts: number;
  /** Unknown before, and decided now. */
  readonly learned: number;
  /** Decided before, and unknown now. */
  readonly forgotten: readonly string[];
}

/** Holds what was judged of the code against what was judged of a plan of it. */
export function compared(code: readonly Block[], plan: readonly Block[]): Comparison {
  const [before, after] = [code, plan].map(outcomesOf);
  const contradicted: string[] = [];
  const forgotten: string[] = [];
  let learned = 0;
  for (const [key, was] of before) {
    const is = after.get(key) ?? 'nothing';
    const isDecided = was !== 'unknown';
    if (is === 'crashed' || (isDecided && is !== 'unknown' && is !== was)) {
      contradicted.push(`${key}: ${was}, then ${is}`);
    } else if (isDecided && is === 'unknown') {
      forgotten.push(key);
    } else if (!isDecided && is !== 'unknown') {
      learned += 1;
    }
  }
  return { contradicted, verdicts: before.size, learned, forgotten };
}

/** What every rule says of every block; a waiver excuses a breach and takes nothing from it. */
function outcomesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  return new Map(
    verdictsOn(blocks, RULES).map(({ rule, block, outcome }) => [
      `${rule.id} ${block.address}`,
      outcome === 'waived' ? 'breaks' : outcome,
    ]),
  );
}
