import { eachNamed, list, own, record, word } from '../../../lib/policy/loaders/json';

test('what should be something and is not is nothing', () => {
  expect([{ a: 1 }, [], null, 'a', undefined].map(record)).toEqual([{ a: 1 }, {}, {}, {}, {}]);
  expect(['a', 1, true, {}, [], null].map(word)).toEqual(['a', '1', 'true', '', '', '']);
  expect([[1], 1, null, undefined].map(list)).toEqual([[1], [1], [], []]);
  expect([own({ a: 1 }, 'a'), own({}, 'toString')]).toEqual([1, undefined]);
});

test('blocks are shown with their names, each of several by itself', () => {
  const seen: unknown[] = [];
  const named = JSON.parse(
    '{ "a": {}, "b": [{ "c": 1 }, 2], "d": null, "__proto__": {} }',
  ) as object;
  eachNamed(named, (...it) => seen.push(it));
  expect(seen).toEqual([
    ['a', {}],
    ['b', { c: 1 }],
    ['b', 2],
  ]);
});
