import { cronExpression } from '../../../lib/constructs/certificates/cron-expression';

const problems = (cron: string) => cronExpression.problemsIn('cron', cron);

test.each([
  '* * * * *',
  '17 3 * * *',
  '*/5 0-23/2 1,15 JAN-MAR MON-FRI',
  '0 0 L * ?',
  '0 0 LW jan ?',
  '0 0 15W * *',
  '0 0 ? * 7',
  '0 0 ? * 2#5',
  '0 0 ? DEC FRI#1',
  '0 0 ? * 6L',
  '59 23 31 DEC SAT',
  '${var.cron}',
])('%s is taken', (cron) => {
  expect(problems(cron)).toEqual([]);
});

test.each([
  ['0 0 * *', 'five fields'],
  ['0 0 * * * *', 'five fields'],
  ['0  0 * * *', 'five fields'],
  ['', 'five fields'],
  ['@daily', 'five fields'],
  ['60 0 * * *', '0 to 59'],
  ['-1 0 * * *', '0 to 59'],
  ['1.5 0 * * *', '0 to 59'],
  ['*/0 0 * * *', '0 to 59'],
  ['5-1 0 * * *', '0 to 59'],
  ['1-2-3 0 * * *', '0 to 59'],
  ['1- 0 * * *', '0 to 59'],
  ['1,,2 0 * * *', '0 to 59'],
  ['1/2/3 0 * * *', '0 to 59'],
  ['? 0 * * *', '0 to 59'],
  ['0 24 * * *', '0 to 23'],
  ['0 0 0 * *', '1 to 31'],
  ['0 0 32W * *', '1 to 31'],
  ['0 0 * 1 *', 'JAN to DEC'],
  ['0 0 * MAI *', 'JAN to DEC'],
  ['0 0 * * 0', 'SUN to SAT'],
  ['0 0 * * 8', 'SUN to SAT'],
  ['0 0 * * 2#6', 'SUN to SAT'],
  ['0 0 * * W', 'SUN to SAT'],
])('%j is refused, and told what is expected', (cron, expected) => {
  expect(problems(cron)).toEqual([
    expect.objectContaining({ prop: 'cron', expected: expect.stringContaining(expected) }),
  ]);
});

test('every field that is wrong is told', () => {
  expect(problems('60 24 0 1 0')).toHaveLength(5);
});

test('nothing, and what is no text, is refused', () => {
  expect(problems(undefined!)).toHaveLength(1);
  expect(problems(5 as unknown as string)).toHaveLength(1);
});
