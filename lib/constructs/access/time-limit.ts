import { Problem, given, known, show } from '../../core';

/** The last moment of an access, and how IAM is told of it. */
export const timeLimit = {
  problemsIn: (prop: string, until: string | undefined, isRequired: boolean): Problem[] => [
    ...(isRequired ? given(prop, until, `${FORM}, because this access has to end`) : []),
    ...(until === undefined || !known(until) || isMoment(until)
      ? []
      : [{ prop, got: show(until), expected: FORM }]),
  ],

  /** Whether it is over, as far as that is known. */
  isOver: (until: string | undefined): boolean =>
    until !== undefined && known(until) && Date.parse(momentOf(until)) < Date.now(),

  /** The condition on a policy, in the one form that IBM documents: a range, though its beginning never matters. */
  terraformOf: (until: string | undefined) =>
    until === undefined
      ? {}
      : {
          pattern: 'time-based-conditions:once',
          ruleOperator: 'and',
          ruleConditions: [
            conditionOf('dateTimeGreaterThanOrEquals', BEGINNING),
            conditionOf('dateTimeLessThanOrEquals', momentOf(until)),
          ],
        },
};

const BEGINNING = '2020-01-01T00:00:00+00:00';
const FORM = 'a day as in 2030-12-31, or a moment as in 2030-12-31T18:00:00Z';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

const conditionOf = (operator: string, moment: string) => ({
  key: '{{environment.attributes.current_date_time}}',
  operator,
  value: [moment],
});

/** A day ends with its last second in UTC; IAM wants the offset in digits. */
const momentOf = (until: string) =>
  DAY.test(until) ? `${until}T23:59:59+00:00` : until.replace(/(?<=:\d\d)Z$/, '+00:00');

function isMoment(until: string): boolean {
  const text = String(until);
  // a day that no calendar has would be taken for one of the next month.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`).toJSON() ?? '';
  return (
    (DAY.test(text) || MOMENT.test(text)) &&
    day.startsWith(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(momentOf(text)))
  );
}
