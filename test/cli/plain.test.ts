import * as fc from 'fast-check';
import { plain, plainJson, shown } from '../../lib/cli/plain';

const HOSTILE = fc.string({
  unit: fc.constantFrom(
    '\u001b',
    '\u009b',
    '\u0007',
    '\n',
    '\r',
    '\u202e',
    '\u200b',
    '\u2028',
    'a',
    '[2J',
    '\u{e0041}',
    '"',
  ),
  size: 'small',
});
const SEEN = /^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u;

test('a plain text is one line in which nothing is obeyed', () => {
  expect(plain('a\u001b[31mb\nc\u{e0041}')).toBe('a\\u001b[31mb\\u000ac\\udb40\\udc41');
  fc.assert(fc.property(HOSTILE, (text) => SEEN.test(plain(text))));
});

test('plain JSON reads back as what it was', () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const json = plainJson({ [text]: [text] });
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
      expect(json.split('\n').every((line) => SEEN.test(line))).toBe(true);
    }),
  );
});

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  [[], 'a list'],
  [{}, 'an object'],
  [7, '7'],
  ['a\u009bb', '"a\\u009bb"'],
  ['x'.repeat(100), `"${'x'.repeat(77)}…"`],
])('an error shows %p as %s', (value, words) => {
  expect(shown(value)).toBe(words);
});
