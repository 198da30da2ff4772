import { Token } from 'cdktf';
import { NameRule } from '../facts/names';
import { Range } from '../facts/limits';

/** One thing that is wrong with what a caller gave. */
export interface Problem {
  /** The prop as the caller typed it, with its path: `environment.MODE`. */
  readonly prop: string;
  /** What was given, in words that hold no secret. */
  readonly got: string;
  /** What would be right. */
  readonly expected: string;
  /** What to do, where `expected` does not say it. */
  readonly remedy?: string;
}

/** Problems of a whole number that has to lie in a range; an absent number has none. */
export function between(prop: string, value: number | undefined, range: Range): Problem[] {
  const right =
    value === undefined ||
    !known(value) ||
    (Number.isInteger(value) && value >= range.least && value <= range.most);
  return right
    ? []
    : [{ prop, got: show(value), expected: `a whole number from ${range.least} to ${range.most}` }];
}

/** Problems of a value that has to be one of a few. */
export function oneOf(prop: string, value: unknown, allowed: readonly unknown[]): Problem[] {
  const right = value === undefined || !known(value) || allowed.includes(value);
  return right
    ? []
    : [{ prop, got: show(value), expected: `one of ${allowed.map(show).join(', ')}` }];
}

/** Problems of a text that has to follow a rule for names; an absent text has none. */
export function matches(prop: string, value: string | undefined, rule: NameRule): Problem[] {
  if (value === undefined || !known(value)) return [];
  const text = typeof value === 'string';
  return text && rule.pattern.test(value) && value.length <= rule.most
    ? []
    : [
        {
          prop,
          got: text && value.length > rule.most ? `${value.length} characters` : show(value),
          expected: `${rule.words}, at most ${rule.most} characters`,
        },
      ];
}

/** Problems of a number that must not be above another one; beside a number that is wrong itself it has none. */
export function notAbove(
  prop: string,
  value: number | undefined,
  otherProp: string,
  other: number | undefined,
): Problem[] {
  const both = [value, other].every((it) => typeof it === 'number' && known(it));
  return both && other! > 0 && value! > other!
    ? [{ prop, got: show(value), expected: `at most ${otherProp}, which is ${show(other)}` }]
    : [];
}

/** Problems of a prop that is required and that code without types can leave out. */
export function given(prop: string, value: unknown, expected: string): Problem[] {
  return value === undefined || value === null ? [{ prop, got: 'nothing', expected }] : [];
}

/** Problems of a number that must not be one of a few. */
export function notAmong(prop: string, value: number, taken: readonly number[]): Problem[] {
  return taken.includes(value)
    ? [{ prop, got: show(value), expected: `none of ${taken.join(', ')}` }]
    : [];
}

/**
 * Problems of a value that is not of its class, as code without types can pass it; told by a member of the class,
 * because `instanceof` fails across two copies of a package. Only its kind is shown: it may be a secret.
 */
export function isA(prop: string, value: unknown, member: string, expected: string): Problem[] {
  const right = typeof value === 'object' && value !== null && member in value;
  return right
    ? []
    : [{ prop, got: value === undefined ? 'nothing' : `another ${typeof value}`, expected }];
}

/** Problems of a list or map that has too many entries; an absent one has none. */
export function atMost(prop: string, value: object | undefined, most: number): Problem[] {
  const count = value !== undefined && known(value) ? Object.keys(value).length : 0;
  return count > most ? [{ prop, got: `${count} entries`, expected: `at most ${most}` }] : [];
}

/** Problems of a value that has to be a text; only its kind is shown: it may be a secret. */
export function isText(prop: string, value: unknown): Problem[] {
  return typeof value === 'string'
    ? []
    : [{ prop, got: `another ${typeof value}`, expected: 'a text' }];
}

/** Problems of a map or list that must not be empty. */
export function notEmpty(prop: string, value: object, expected: string): Problem[] {
  const empty = known(value) && Object.keys(value).length === 0;
  return empty ? [{ prop, got: 'nothing', expected }] : [];
}

/** Whether a value is known now; a token is not, and neither is a text that Terraform has yet to fill in. */
export const known = (value: unknown): boolean =>
  !Token.isUnresolved(value) && !(typeof value === 'string' && /[$%]\{/.test(value));

/** The path of a member as its caller would write it: `data.KEY`, or `data["A KEY"]`. */
export const member = (prop: string, key: string): string =>
  /^[\w./-]+$/.test(key) ? `${prop}.${key}` : `${prop}[${JSON.stringify(key)}]`;

/** A value as an error may show it. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (!known(value)) return 'a value known only to Terraform';
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}…` : value);
  }
  return typeof value === 'object' && value !== null ? 'an object' : `${value as number | boolean}`;
}
