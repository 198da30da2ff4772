/** What a default of the library sets cannot go, or turn into its opposite, without a rule that sees it. */
import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { PROVIDER_DEFAULTS } from '../../lib/policy/provider-defaults';
import { RULES } from '../../lib/policy/rules';
import { filesIn, textOf } from '../kit/fresh';
import { schemaOf } from '../kit/policy/schema';
import { BlockSchema } from '../../tools/provider-data';

type Json = Record<string, any>;

/** One attribute of one resource of an example that is changed in one way. */
interface Mutant {
  /** `- ibm_cis_alert.name` where it is left out, `! …` where it is turned into its opposite. */
  readonly name: string;
  readonly holder: Json;
  readonly key: string;
  readonly value: unknown;
}

/** What no rule has to see, and why. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = JSON.parse(
  textOf('test/house/loosened-defaults.json'),
) as Record<string, readonly string[]>;

/** The literal attributes of a block, each left out, and turned round where it is true or false. */
function mutantsIn(body: Json, type: string, schema: BlockSchema, path = ''): Mutant[] {
  return Object.entries(body).flatMap(([key, value]): Mutant[] => {
    const place = path === '' ? key : `${path}.${key}`;
    const block = schema.block_types?.[key]?.block;
    if (block) {
      const bodies = (Array.isArray(value) ? value : [value]) as Json[];
      return bodies.flatMap((it) => mutantsIn(it, type, block, place));
    }
    const attribute = schema.attributes?.[key];
    if (!attribute || JSON.stringify(value).includes('${')) return [];
    const name = `${type}.${place}`;
    const turned =
      typeof value === 'boolean' ? [{ name: `! ${name}`, holder: body, key, value: !value }] : [];
    // Terraform misses what is required; nothing is missing where nothing was said, or what the provider says itself.
    const isMissed =
      attribute.required ||
      ['[]', '{}'].includes(JSON.stringify(value)) ||
      PROVIDER_DEFAULTS[type]?.[place] === value;
    return isMissed
      ? turned
      : [{ name: `- ${name}`, holder: body, key, value: undefined }, ...turned];
  });
}

const brokenIn = (json: Json): string[] =>
  judge(new Graph(blocksOfConfiguration(json)), RULES)
    .findings.filter(({ outcome }) => outcome === 'breaks')
    .map(({ rule, block }) => `${rule.id} ${block.address}`);

/** Whether a rule breaks that did not. */
function isCaught(
  { holder, key, value }: Mutant,
  json: Json,
  before: ReadonlySet<string>,
): boolean {
  const own = holder[key] as unknown;
  try {
    if (value === undefined) delete holder[key];
    else holder[key] = value;
    return brokenIn(json).some((it) => !before.has(it));
  } finally {
    holder[key] = own;
  }
}

/** The mutants of all examples by their names: how many there are, and how many of them are caught. */
function tried(): Map<string, { all: number; caught: number }> {
  const counts = new Map<string, { all: number; caught: number }>();
  for (const file of filesIn('examples', '.tf.json')) {
    const json = JSON.parse(textOf(file)) as Json;
    const before = new Set(brokenIn(json));
    for (const [type, named] of Object.entries(json.resource as Json)) {
      if (!type.startsWith('ibm_')) continue;
      for (const body of Object.values(named as Json)) {
        for (const mutant of mutantsIn(body as Json, type, schemaOf('resource', type))) {
          const count = counts.get(mutant.name) ?? { all: 0, caught: 0 };
          counts.set(mutant.name, count);
          count.all += 1;
          if (isCaught(mutant, json, before)) count.caught += 1;
        }
      }
    }
  }
  return counts;
}

jest.setTimeout(120_000);

test('what is loosened breaks a rule, or nothing is lost by it', () => {
  const counts = [...tried()].sort(([a], [b]) => (a.slice(2) < b.slice(2) ? -1 : 1));
  const unseen = counts.filter(([, { all, caught }]) => caught < all).map(([name]) => name);
  const total = counts.reduce((sum, [, { all }]) => sum + all, 0);
  const caught = counts.reduce((sum, [, it]) => sum + it.caught, 0);
  process.stderr.write(
    `loosened defaults: ${total} mutants of ${counts.length} attributes, ${caught} caught; uncaught:\n` +
      unseen.map((name) => `  ${name}\n`).join(''),
  );
  const listed = Object.values(UNSEEN).flat();
  expect(unseen.filter((name) => !listed.includes(name))).toEqual([]);
  // what is caught by now, or gone, has no place in the list.
  expect(listed.filter((name) => !unseen.includes(name))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});
