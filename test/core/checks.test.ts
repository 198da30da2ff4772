import { Token } from 'cdktf';
import * as fc from 'fast-check';
import {
  atMost,
  between,
  given,
  isA,
  isText,
  member,
  known,
  matches,
  notAbove,
  notAmong,
  notEmpty,
  oneOf,
  show,
} from '../../lib/core';
import { WORKLOAD_NAME } from '../../lib/facts/names';

const token = Token.asNumber('${var.number}');

describe('between', () => {
  test('takes exactly the whole numbers of its range', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double()), (value) => {
        const right = Number.isInteger(value) && value >= 1 && value <= 250;
        expect(between('n', value, { least: 1, most: 250 })).toHaveLength(right ? 0 : 1);
      }),
    );
  });

  test('refuses a number written as a text', () => {
    expect(between('n', '5' as unknown as number, { least: 1, most: 9 })).toEqual([
      { prop: 'n', got: '"5"', expected: 'a whole number from 1 to 9' },
    ]);
  });

  test.each([[undefined], [token]])('does not judge %p', (value) => {
    expect(between('n', value, { least: 1, most: 2 })).toEqual([]);
  });
});

describe('oneOf', () => {
  test('names what is allowed', () => {
    expect(oneOf('v', 'c', ['a', 'b'])).toEqual([
      { prop: 'v', got: '"c"', expected: 'one of "a", "b"' },
    ]);
  });

  test.each([['a'], [undefined], ['${var.v}']])('has nothing against %p', (value) => {
    expect(oneOf('v', value, ['a', 'b'])).toEqual([]);
  });
});

describe('matches', () => {
  test.each([['web'], ['w'], ['a-1'], ['${var.name}'], [undefined]])('takes %p', (value) => {
    expect(matches('name', value, WORKLOAD_NAME)).toEqual([]);
  });

  test.each([[''], ['Web'], ['1web'], ['web-'], ['a_b'], [7 as unknown as string]])(
    'refuses %p',
    (value) => {
      expect(matches('name', value, WORKLOAD_NAME)).toHaveLength(1);
    },
  );

  test('tells the length of what is too long instead of showing it', () => {
    const [problem] = matches('name', 'a'.repeat(70), WORKLOAD_NAME);
    expect(problem.got).toBe('70 characters');
  });
});

describe('notAbove', () => {
  test('compares two known numbers', () => {
    expect(notAbove('min', 3, 'max', 2)).toEqual([
      { prop: 'min', got: '3', expected: 'at most max, which is 2' },
    ]);
    expect(notAbove('min', 2, 'max', 2)).toEqual([]);
  });

  test.each([
    [token, 2],
    [3, token],
    [undefined, 2],
    [3, undefined],
    [3, 0],
  ])('does not judge %p beside %p', (value, other) => {
    expect(notAbove('min', value, 'max', other)).toEqual([]);
  });
});

test('notAmong refuses a number that is taken', () => {
  expect(notAmong('port', 8008, [8008, 8012])).toEqual([
    { prop: 'port', got: '8008', expected: 'none of 8008, 8012' },
  ]);
  expect(notAmong('port', 8080, [8008, 8012])).toEqual([]);
});

test('notEmpty refuses an empty map and an empty list', () => {
  const expected = 'at least one key';
  expect(notEmpty('data', {}, expected)).toEqual([{ prop: 'data', got: 'nothing', expected }]);
  expect(notEmpty('data', [], expected)).toHaveLength(1);
  expect(notEmpty('data', { a: 1 }, expected)).toEqual([]);
});

test('given refuses what was left out', () => {
  expect(given('id', undefined, 'an id')).toEqual([
    { prop: 'id', got: 'nothing', expected: 'an id' },
  ]);
  expect(given('id', '', 'an id')).toEqual([]);
});

test('atMost counts the entries of a list or a map', () => {
  expect(atMost('v', [1, 2, 3], 2)).toEqual([
    { prop: 'v', got: '3 entries', expected: 'at most 2' },
  ]);
  expect([atMost('v', { a: 1, b: 2 }, 2), atMost('v', undefined, 2)]).toEqual([[], []]);
});

test('isText takes a text and tells all else by its kind', () => {
  expect([isText('v', ''), isText('v', 'x')]).toEqual([[], []]);
  expect(isText('v', 1)).toEqual([{ prop: 'v', got: 'another number', expected: 'a text' }]);
});

test('isA tells a value by a member of its class and shows only its kind', () => {
  expect(isA('v', { reference: 'x' }, 'reference', 'an Image')).toEqual([]);
  expect(isA('v', 'hunter2', 'reference', 'an Image')[0].got).toBe('another string');
  expect(isA('v', undefined, 'reference', 'an Image')[0].got).toBe('nothing');
  expect(isA('v', null, 'reference', 'an Image')).toHaveLength(1);
});

test('known is false for tokens and for texts that Terraform fills in', () => {
  expect([token, '${var.a}', '%{ if true }a%{ endif }'].map(known)).toEqual([false, false, false]);
  expect([1, 'plain', '$5', undefined].map(known)).toEqual([true, true, true, true]);
});

test('a member is named as its caller would write it', () => {
  expect(member('data', 'a.KEY')).toBe('data.a.KEY');
  expect(member('data', 'A\nKEY')).toBe('data["A\\nKEY"]');
});

test('show keeps a value short and never renders a token', () => {
  expect(show('x'.repeat(100))).toHaveLength(80);
  expect(show(token)).toBe('a value known only to Terraform');
  expect([show(undefined), show(true), show({ a: 1 }), show(null)]).toEqual([
    'nothing',
    'true',
    'an object',
    'null',
  ]);
});
