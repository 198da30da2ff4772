import * as fc from 'fast-check';
import { differences } from '../../lib/policy/likeness';
import { Members } from '../../lib/policy/value';

test('what only one of two says differs, and so does what they say otherwise', () => {
  const one = { a: 1, b: { c: [1] }, d: 'x', '//': { metadata: 1 } };
  expect([...differences(one, { a: 1, b: { c: [2] }, e: 'x', '//': 2 })]).toEqual(['b', 'd', 'e']);
  expect([...differences(one, structuredClone(one))]).toEqual([]);
  expect([...differences({ a: 1 }, { a: '1' })]).toEqual(['a']);
});

test('what is too deep to be compared differs', () => {
  let deep: unknown = 1;
  for (let at = 0; at < 1e5; at++) deep = [deep];
  const round: unknown[] = [];
  round.push(round);
  for (const it of [deep, round]) {
    expect([...differences({ it } as Members, { it: [it] } as Members)]).toEqual(['it']);
  }
});

test('no member that differs is left out', () => {
  const body = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(body, body, (one, other) => {
      const names = differences(one as Members, other as Members);
      for (const name of Object.keys({ ...one, ...other }).filter((it) => !names.has(it))) {
        expect(other[name]).toEqual(one[name]);
      }
    }),
  );
});
