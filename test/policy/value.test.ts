import {
  REFERRED,
  Unknown,
  blocksOf,
  isRecord,
  isUnknown,
  referredBy,
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
