import { timeLimit } from '../../../lib/constructs/access/time-limit';

const conditionOf = (operator: string, moment: string) => ({
  key: '{{environment.attributes.current_date_time}}',
  operator,
  value: [moment],
});

test('without an end there is no condition', () => {
  expect(timeLimit.terraformOf(undefined)).toEqual({});
});

test.each([
  ['2030-12-31', '2030-12-31T23:59:59+00:00'],
  ['2030-12-31T18:00:00Z', '2030-12-31T18:00:00+00:00'],
  ['2030-12-31T18:00:00-05:00', '2030-12-31T18:00:00-05:00'],
  ['${var.until}', '${var.until}'],
])('%s becomes a range that ends at %s', (until, moment) => {
  expect(timeLimit.terraformOf(until)).toEqual({
    pattern: 'time-based-conditions:once',
    ruleOperator: 'and',
    ruleConditions: [
      conditionOf('dateTimeGreaterThanOrEquals', '2020-01-01T00:00:00+00:00'),
      conditionOf('dateTimeLessThanOrEquals', moment),
    ],
  });
});

test.each([['2030-12-31'], ['2028-02-29'], ['2030-12-31T18:00:00+02:00'], ['${var.until}']])(
  'an end can be %p',
  (until) => {
    expect(timeLimit.problemsIn('until', until, true)).toEqual([]);
  },
);

test.each([
  [''],
  ['tomorrow'],
  ['2030'],
  ['2030-02-30'],
  ['2030-13-01'],
  ['2030-12-31T25:00:00Z'],
  ['2030-12-31T18:00:00'],
  ['2030-12-31 18:00:00Z'],
])('an end cannot be %p', (until) => {
  expect(timeLimit.problemsIn('until', until, false)).toHaveLength(1);
});

test('an end is asked for where there has to be one', () => {
  expect(timeLimit.problemsIn('until', undefined, false)).toEqual([]);
  expect(timeLimit.problemsIn('until', undefined, true)).toMatchObject([{ got: 'nothing' }]);
});

test.each([
  ['2020-01-01', true],
  ['2999-12-31', false],
  ['${var.until}', false],
  [undefined, false],
])('an end %p is over: %p', (until, isOver) => {
  expect(timeLimit.isOver(until)).toBe(isOver);
});
