import * as fc from 'fast-check';
import {
  Members,
  REFERRED,
  Unknown,
  Value,
  asIs,
  blocksOf,
  eachLeaf,
  isRecord,
  isUnknown,
  memberOf,
  readWhole,
  referredBy,
  someText,
} from '../../lib/policy/value';

test('blocks are a list, however many there are', () => {
  expect([blocksOf(undefined), blocksOf(null), blocksOf({ a: 1 }), blocksOf([1, 2])]).toEqual([
    [],
    [],
    [{ a: 1 }],
    [1, 2],
  ]);
});

test('what is unknown is neither a record nor known', () => {
  const value = new Unknown('\0', []);
  expect([isUnknown(value), isRecord(value), isRecord({}), isRecord([])]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('what is known may tell what it is taken from', () => {
  const from = new Unknown('', ['ibm_code_engine_app.web']);
  const record = { name: 'web', [REFERRED]: { name: from } };
  expect(referredBy(record, 'name')).toBe(from);
  expect([referredBy(record, 'other'), referredBy(record, 'constructor')]).toEqual([
    undefined,
    undefined,
  ]);
  expect(Object.keys(record)).toEqual(['name']);
});

const leavesOf = (value: Value): [string, Value][] => {
  const leaves: [string, Value][] = [];
  eachLeaf(value, asIs, (path, leaf) => leaves.push([path, leaf]));
  return leaves;
};

test('a member is read, and of several blocks that of the first', () => {
  const read = (said: unknown) => (said === '${x}' ? new Unknown('\0', ['x']) : (said as Value));
  expect(memberOf({ a: 1 }, 'a', read)).toBe(1);
  expect(memberOf([{ a: 1 }, { a: 2 }], 'a', read)).toBe(1);
  expect(memberOf({ a: '${x}' }, 'a', read)).toMatchObject({ references: ['x'] });
  expect(memberOf(['${x}'], 'a', read)).toMatchObject({ references: ['x'] });
  for (const nothing of [undefined, null, 'a', 1, [], [[1]], {}]) {
    expect(memberOf(nothing, 'length', read)).toBeUndefined();
    expect(memberOf(nothing, 'constructor', read)).toBeUndefined();
  }
});

test('a comment of a block says nothing to Terraform, and one in a map is a member', () => {
  const body = { '//': { note: 'x' }, data: { '//': 'y' } };
  expect(leavesOf(body)).toEqual([['data.//', 'y']]);
  expect(readWhole(body, asIs)).toEqual({ data: { '//': 'y' } });
  const holds = (text: string) => someText(body, asIs, (it) => it === text);
  expect([holds('x'), holds('y')]).toEqual([false, true]);
});

test('a text is found wherever a leaf is one', () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{ it: Value }>((tie) => ({
    it: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('x', 'y', '//', 1, true, null, new Unknown('\0', [])),
      fc.array(tie('it'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '//'), tie('it')),
    ),
  })).it;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', '//'), value), (body) => {
      for (const wanted of ['x', 'unknown']) {
        const is = (it: Value) => it === wanted || (wanted === 'unknown' && isUnknown(it));
        expect(someText(body as Members, asIs, is)).toBe(leavesOf(body).some(([, it]) => is(it)));
      }
    }),
  );
});

test('what is without an end is followed for a while', () => {
  const round: Record<string, unknown> = {};
  round.on = round;
  expect(leavesOf(round as Members)).toEqual([]);
  expect(JSON.stringify(readWhole(round as Members, asIs))).toMatch(/^(\{"on":){64}/);
});
