import * as fc from 'fast-check';
import { isSpellingOf, makeLock } from '../../../lib/runtime/origin-guard/lock';
import { OLD_VALUE, VALUE } from '../../kit/guard/process';

const lock = makeLock('x-lock', [VALUE, OLD_VALUE]);

test.each([
  ['right', ['X-Lock', VALUE]],
  ['right', ['Host', 'a', 'x-lOCK', OLD_VALUE]],
  ['absent', []],
  ['absent', ['X_Lock', VALUE]],
  // names stand at even places alone.
  ['absent', ['Cookie', 'x-lock', VALUE, 'a']],
  ['twice', ['X-Lock', VALUE, 'x-lock', VALUE]],
  ['wrong', ['X-Lock', '']],
  ['wrong', ['X-Lock', `${VALUE}, ${VALUE}`]],
])('it is %s by %j', (shown, raw) => {
  expect(lock.look(raw)).toBe(shown);
});

test('no other text opens it', () => {
  const other = fc.string({ maxLength: 600 }).filter((it) => it !== VALUE && it !== OLD_VALUE);
  fc.assert(fc.property(other, (text) => lock.look(['X-Lock', text]) === 'wrong'));
});

test('a character that is no byte is not taken for one', () => {
  const odd = String.fromCharCode(0x100 + VALUE.charCodeAt(0)) + VALUE.slice(1);
  expect(makeLock('x-lock', [odd]).look(['X-Lock', odd])).toBe('right');
});

test.each([
  ['X-Lock', true],
  ['x_lock', true],
  ['X_LOCK', true],
  ['xlock', false],
  ['X-Lock-2', false],
])('whether %s is a spelling of it', (header, is) => {
  expect(isSpellingOf('x-lock', header)).toBe(is);
});
