import { Unknown, blocksOf, isRecord, isUnknown } from '../../lib/policy/value';

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
