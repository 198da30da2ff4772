import { CRON_FIELDS } from '../../lib/facts/cron';

test('a cron expression has five fields', () => {
  expect(CRON_FIELDS.map(({ name }) => name)).toEqual([
    'minute',
    'hour',
    'day of the month',
    'month',
    'day of the week',
  ]);
});

test('what has names has one for each', () => {
  const named = CRON_FIELDS.filter(({ words }) => words !== undefined);
  expect(named.map(({ words }) => words!.length)).toEqual([12, 7]);
  for (const { words } of named) expect(words!.join(' ')).toMatch(/^([A-Z]{3} ?)+$/);
});

test('a week begins with 1, which is Sunday', () => {
  const { least, most, words } = CRON_FIELDS[4];
  expect([least, most, words![0]]).toEqual([1, 7, 'SUN']);
});

test('a month goes by its name alone', () => {
  const { least, most } = CRON_FIELDS[3];
  expect(most).toBeLessThan(least);
});

test.each([
  [2, ['?', 'L', 'LW', '1W', '31W'], ['0W', '32W', 'W', '2#1']],
  [4, ['?', 'L', '7L', '2#5', 'fri#1', 'MONL'], ['8L', '2#6', '2#0', 'LW']],
])('field %i has words of its own', (at, right, wrong) => {
  const { special } = CRON_FIELDS[at];
  expect(right.filter((it) => !special!.test(it))).toEqual([]);
  expect(wrong.filter((it) => special!.test(it))).toEqual([]);
});
