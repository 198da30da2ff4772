import {
  GUARD_DEFAULTS,
  GUARD_EXIT_CODES,
  GUARD_VARIABLES,
  LOCK_VALUE,
  MOST_GUARD_BYTES,
} from '../../../lib/runtime/origin-guard/contract';
import { GUARD_MESSAGES } from '../../../lib/runtime/origin-guard/log';
import { textOf } from '../../kit/fresh';

const page = textOf('lib/runtime/origin-guard/README.md');

test('every ending has a code of its own, away from those of Node and of shells', () => {
  const codes = Object.values(GUARD_EXIT_CODES);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code === 0 || (code >= 20 && code < 100)).toBe(true);
});

test.each(Object.entries(GUARD_EXIT_CODES))('the page for operators explains %s', (kind, code) => {
  expect(page).toMatch(new RegExp(`^\\| ${code} \\| ${kind} \\| .{10,} \\| .{3,} \\|$`, 'm'));
});

test.each(Object.values(GUARD_VARIABLES))('the page for operators explains %s', (name) => {
  expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| `, 'm'));
});

test.each(Object.keys(GUARD_MESSAGES))('the page for operators explains the event %s', (event) => {
  expect(page).toMatch(new RegExp(`^\\| ${event} \\| `, 'm'));
});

test('the page for operators tells the numbers as they are', () => {
  for (const value of Object.values(GUARD_DEFAULTS)) expect(page).toContain(`\`${value}\``);
  expect(page).toContain(`${LOCK_VALUE.least} to ${LOCK_VALUE.most} characters`);
  expect(page).toContain(`${MOST_GUARD_BYTES / 1024} KB`);
});
