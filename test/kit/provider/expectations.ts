/** What the provider's argument checks expect of one value, by the facts of its attribute. */
import { setFlagsFromString } from 'v8';
import { AttributeFacts } from '../../../tools/provider-data';
import { Value } from './msgpack';
import { isList, isObject } from './schema';

// the provider's patterns are written for an engine that never backtracks; so must this one.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

/** A check by name that a pattern cannot express. */
const FORMATS: Readonly<Record<string, { fits: (value: string) => boolean; expected: string }>> = {
  cidr: { fits: isCidr, expected: 'an address range as in 10.0.0.0/24' },
  integer: { fits: (value) => /^[-+]?\d+$/.test(value), expected: 'a whole number' },
  'non-empty': { fits: (value) => value !== '', expected: 'a text that is not empty' },
  path: {
    fits: (value) => value.startsWith('/') && value.length <= 250,
    expected: 'a path of up to 250 characters that begins with /',
  },
  rfc3339: { fits: isDate, expected: 'a date as in 2026-01-31, or with a time as RFC 3339 has it' },
  uri: {
    fits: (value) => /^[a-z][a-z\d+.-]*:\/\/[^/]/i.test(value),
    expected: 'an address with a scheme',
  },
};

/** What the value lacks, each as the end of `got X, expected …`. */
export function unmet(facts: AttributeFacts, value: Value): string[] {
  if (isList(value) || isObject(value)) return unmetByCollection(facts, value);
  return [
    ...unmetByChoice(facts, value),
    ...(typeof value === 'string' ? unmetByText(facts, value) : unmetByNumber(facts, value)),
  ];
}

/** A pattern as Go reads it: unanchored unless written. */
export function matches(pattern: string, value: string): boolean {
  return compiled(pattern).test(value);
}

const cache = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = cache.get(pattern);
  if (known) return known;
  // the unicode mode knows \p{L} and refuses escapes like \- that Go allows.
  const expression = new RegExp(asWritten(pattern), pattern.includes('\\p{') ? 'u' : '');
  cache.set(pattern, expression);
  return expression;
}

/** The pattern in words that mean here what Go means: `\s` is ASCII, a dot all but the line feed. */
function asWritten(pattern: string): string {
  return pattern.replace(/\[(?:\\.|[^\]\\])*\]|\\.|\./g, (part) => {
    if (part === '.') return '[^\\n]';
    if (part === '\\S' || part === '[\\S]') return '[^\\t\\n\\f\\r ]';
    if (part === '\\s') return '[\\t\\n\\f\\r ]';
    return part.startsWith('[') ? part.replaceAll('\\s', '\\t\\n\\f\\r ') : part;
  });
}

function unmetByChoice({ allowed }: AttributeFacts, value: Value): string[] {
  if (!allowed || allowed.some((item) => String(item) === String(value))) return [];
  return [allowed.length === 1 ? `${allowed[0]}` : `one of ${allowed.join(', ')}`];
}

function unmetByText(facts: AttributeFacts, value: string): string[] {
  const result: string[] = [];
  // Go counts bytes.
  const length = Buffer.byteLength(value);
  const { minLength, maxLength, pattern, format } = facts;
  if (outside(length, minLength, maxLength)) {
    result.push(`${between(minLength, maxLength)} characters`);
  }
  if (pattern !== undefined && !matches(pattern, value)) result.push(`a text that fits ${pattern}`);
  const check = format === undefined ? undefined : FORMATS[format];
  if (format !== undefined && !check) {
    throw new Error(`got format ${format}, expected one of ${Object.keys(FORMATS).join(', ')}`);
  }
  if (check && !check.fits(value)) result.push(check.expected);
  // a number that terraform could not write exactly arrives as text.
  return facts.min !== undefined || facts.max !== undefined
    ? [...result, ...unmetByNumber(facts, value)]
    : result;
}

function unmetByNumber({ min, max }: AttributeFacts, value: Value): string[] {
  return outside(Number(value), min, max) ? [between(min, max)] : [];
}

function unmetByCollection({ minItems, maxItems }: AttributeFacts, value: object): string[] {
  const count = Object.keys(value).length;
  return outside(count, minItems, maxItems) ? [`${between(minItems, maxItems)} items`] : [];
}

const outside = (value: number, least = -Infinity, most = Infinity) =>
  value < least || value > most;

function between(least?: number, most?: number): string {
  if (most === undefined) return `at least ${least}`;
  if (least === undefined) return `up to ${most}`;
  return least === most ? `${least}` : `${least} to ${most}`;
}

function isCidr(value: string): boolean {
  const [, address = '', bits = ''] = /^([\d.]+)\/(\d{1,2})$/.exec(value) ?? [];
  const bytes = address.split('.');
  return (
    bytes.length === 4 &&
    bytes.every((byte) => /^\d{1,3}$/.test(byte) && +byte < 256) &&
    +bits <= 32
  );
}

function isDate(value: string): boolean {
  const time = '[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})';
  if (!new RegExp(`^\\d{4}-\\d{2}-\\d{2}(${time})?$`).test(value)) return false;
  const day = value.slice(0, 10);
  const parsed = Date.parse(day);
  // some days that no month has are taken for one of the next month.
  const isDay = !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(day);
  return isDay && !Number.isNaN(Date.parse(value));
}
