/** The traps of the provider by their ids, and the word by which a test says that it defends against one. */
import { ROOT } from './fresh';
import * as fs from 'fs';

export interface Trap {
  readonly id: string;
  readonly types: readonly string[];
  readonly paths: readonly string[];
  readonly kind: string;
  readonly when: string;
  readonly effect: string;
  readonly defence: string;
}

export const traps = JSON.parse(
  fs.readFileSync(`${ROOT}/provider/traps.json`, 'utf8'),
) as readonly Trap[];

const ids = new Set(traps.map(({ id }) => id));

/** Says that the test it stands in shows a construct to be safe from a trap; throws for one that nobody knows. */
export function expectTrap(id: string): void {
  if (!ids.has(id)) throw new Error(`got trap ${id}, expected an id of provider/traps.json`);
}
