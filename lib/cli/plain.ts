/** Text from outside, made harmless for terminals and logs. */

// control characters begin escape sequences; formatting ones turn or hide the text around them.
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
// what JSON itself leaves as it is; line feeds are those of the layout.
const UNSEEN_IN_JSON = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu;

/** A text in one line, in which nothing is hidden and nothing is obeyed. */
export const plain = (text: string): string => text.replace(UNSEEN, escaped);

/** A value as JSON that a terminal may show, and that reads back as the same value. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(UNSEEN_IN_JSON, escaped);

/** A value as an error may show it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value);
  return plain(JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}…` : value));
}

// by code unit, as JSON writes them.
const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
