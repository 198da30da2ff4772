/** Who answers for broken rules of an input that cannot carry waivers itself, such as a plan. */
import { didYouMean } from '../nearest';
import { shown } from '../plain';
import { refuse } from '../refusal';
import { Shape } from '../shape';
import { Block, Waived, waivedToo } from '../../policy/graph';
import { groupedBy } from '../../policy/grouped';

/** A waiver, and the resource that it is for. */
export interface FiledWaiver extends Waived {
  readonly address: string;
}

export const WAIVERS = 'a list of waivers as JSON';

const KEYS = ['address', 'rule', 'reason', 'owner', 'until'];

/** Reads a file of waivers; refuses all that is wrong with it at once. Whether one holds is for the engine to say. */
export function readWaivers(
  json: unknown,
  name: string,
  ruleIds: readonly string[],
): FiledWaiver[] {
  if (!Array.isArray(json)) refuse({ at: name, got: shown(json), expected: WAIVERS });
  const shape = new Shape(name);
  const waivers = json.flatMap((it: unknown, at): FiledWaiver[] => {
    const path = `[${at}]`;
    const fields = shape.object(it, path);
    if (!fields) return [];
    for (const key of Object.keys(fields).filter((each) => !KEYS.includes(each))) {
      shape.note(path, `a key ${shown(key)}`, KEYS.join(', '), didYouMean(key, KEYS));
    }
    const [address, rule, reason, owner, until] = KEYS.map((key) =>
      shape.required(fields, key, path),
    );
    if (rule !== '' && !ruleIds.includes(rule)) {
      shape.note(`${path}.rule`, shown(rule), 'the id of a rule', didYouMean(rule, ruleIds));
    }
    return [{ address, rule, reason, owner, until }];
  });
  shape.finish();
  return waivers;
}

/** The blocks with the waivers of a file added to their own; refuses those that are for nothing in the input. */
export function withWaivers(
  stacks: ReadonlyMap<string, readonly Block[]>,
  waivers: readonly FiledWaiver[],
  name: string,
): ReadonlyMap<string, readonly Block[]> {
  const addresses = new Set([...stacks.values()].flat().map(({ address }) => address));
  const lost = waivers.filter(({ address }) => !addresses.has(address));
  if (lost.length > 0) {
    refuse(
      ...lost.map(({ address, rule }) => ({
        at: `${name}: the waiver of ${rule}`,
        got: shown(address),
        expected: 'the address of a resource of the input',
        remedy: didYouMean(address, [...addresses]),
      })),
    );
  }
  const byAddress = groupedBy(waivers, ({ address }) => address);
  return new Map(
    [...stacks].map(([stack, blocks]) => [
      stack,
      blocks.map((block) => waivedToo(block, byAddress.get(block.address))),
    ]),
  );
}
