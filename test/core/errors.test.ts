import { Construct } from 'constructs';
import { reject, rejectValue } from '../../lib/core';
import { messageOf } from '../kit/refusal';
import { newStack } from '../kit/synth';

class Thing extends Construct {}

const problems = [
  { prop: 'a', got: '1', expected: '2' },
  { prop: 'b.c', got: '"x"', expected: 'something else', remedy: 'take it out' },
];

test('a refusal names class and path, then every problem with its remedy', () => {
  const thing = new Thing(newStack(), 'thing');
  expect(messageOf(() => reject(thing, problems))).toBe(
    [
      "Thing 'test/thing' cannot be defined:",
      '  a: got 1, expected 2',
      '  b.c: got "x", expected something else; take it out',
    ].join('\n'),
  );
});

test('a refused value goes by its name', () => {
  expect(messageOf(() => rejectValue('Probe', problems))).toMatch(/^Probe cannot be defined:\n/);
});

test('nothing is thrown where there is no problem', () => {
  expect(() => rejectValue('Probe', [])).not.toThrow();
});
