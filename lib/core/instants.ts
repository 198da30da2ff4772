import { Problem, known, show } from './checks';

/** Problems of a moment that has to be given as RFC 3339 in UTC; an absent one has none. */
export function isInstant(prop: string, value: string | undefined): Problem[] {
  if (value === undefined || !known(value)) return [];
  const right =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) &&
    new Date(value).toJSON()?.startsWith(value.slice(0, 10));
  return right
    ? []
    : [{ prop, got: show(value), expected: 'a moment in UTC, as in 2027-06-30T00:00:00Z' }];
}
