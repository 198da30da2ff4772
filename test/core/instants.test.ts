import { Token } from 'cdktf';
import { isInstant } from '../../lib/core/instants';

test.each([
  ['2030-01-01T00:00:00Z'],
  ['2030-01-01T00:00:00.000Z'],
  [undefined],
  [Token.asString({ resolve: () => 'later' })],
])('%p is a moment, or not to be judged', (value) => {
  expect(isInstant('until', value)).toEqual([]);
});

test.each([
  ['tomorrow'],
  ['2030-01-01'],
  ['2030-02-30T00:00:00Z'],
  ['2030-01-01T00:00:00+01:00'],
  ['2030-01-01T25:00:00Z'],
  [5 as unknown as string],
])('%p is no moment in UTC', (value) => {
  expect(isInstant('until', value)).toEqual([
    expect.objectContaining({ prop: 'until', expected: expect.stringMatching(/^a moment in UTC/) }),
  ]);
});
