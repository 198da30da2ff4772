import * as fc from 'fast-check';
import { Block } from '../../lib/policy/graph';
import { kinsOf } from '../../lib/policy/likeness';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { asIs } from '../../lib/policy/value';

type Body = Record<string, unknown>;

const blocksOf = (bodies: readonly Body[]): Block[] =>
  blocksOfConfiguration({ resource: { ibm_code_engine_app: { ...bodies } } });

/** What others say differently than the first of them, each group by the numbers of its blocks. */
function kins(names: readonly string[], ...bodies: Body[]) {
  const [one, ...others] = blocksOf(bodies);
  return kinsOf(one, others, names).map(({ blocks, unlike }) => [
    blocks.map((it) => others.indexOf(it) + 1),
    unlike,
  ]);
}

test('blocks that differ from one in the same members are kin; only members that are named count', () => {
  const one = { a: 1, b: { c: [1] }, d: 'x', e: 1 };
  const others = [{ ...one, e: 2 }, { a: 2 }, { ...one, b: { c: [2] } }, structuredClone(one)];
  expect(kins(['a', 'b', 'd'], one, ...others, { a: '1' })).toEqual([
    [[1, 4], []],
    [
      [2, 5],
      ['a', 'b', 'd'],
    ],
    [[3], ['b']],
  ]);
  expect(kins([], one, {})).toEqual([[[1], []]]);
  expect(kins(['a'], one)).toEqual([]);
});

test('what is too deep to be compared differs', () => {
  let deep: unknown = 1;
  for (let at = 0; at < 1e5; at++) deep = [deep];
  const round: unknown[] = [];
  round.push(round);
  for (const it of [deep, round])
    expect(kins(['it'], { it }, { it: [it] })).toEqual([[[1], ['it']]]);
});

test('in a plan, or of two sources, nobody can tell', () => {
  const [one, other] = blocksOf([{ a: 1 }, { a: 1 }]);
  const planned = [one, other].map(({ type, address, kind, body }) => ({
    ...{ type, address, kind, body },
    read: asIs,
    waivers: [],
  }));
  expect(kinsOf(planned[0], [planned[1]], ['a'])).toEqual([{ blocks: [planned[1]] }]);
  const [elsewhere] = blocksOf([{ a: 1 }]);
  expect(kinsOf(one, [other, elsewhere], ['a'])).toEqual([{ blocks: [other, elsewhere] }]);
});

test('no block is lost, and no member that differs', () => {
  const body = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(body, fc.array(body), (first, rest) => {
      const [one, ...others] = blocksOf([first, ...rest]);
      const found = kinsOf(one, others, ['a', 'b', 'c']);
      expect(new Set(found.flatMap(({ blocks }) => blocks))).toEqual(new Set(others));
      for (const { blocks, unlike } of found) {
        for (const name of ['a', 'b', 'c'].filter((it) => !unlike?.includes(it))) {
          for (const it of blocks) expect(it.body[name]).toEqual(one.body[name]);
        }
      }
    }),
  );
});
