import {
  DEADLINE_MARGIN_SECONDS,
  EXIT_CODES,
  GIVEN_VARIABLES,
  MOST_MODULE_BYTES,
  ROTATION_DEFAULTS,
  VARIABLES,
} from '../../../lib/runtime/certificate-rotation/contract';
import { MESSAGES } from '../../../lib/runtime/certificate-rotation/log';
import { textOf } from '../../kit/fresh';

const page = textOf('lib/runtime/certificate-rotation/README.md');

test('every ending has a code of its own, away from those of Node and of shells', () => {
  const codes = Object.values(EXIT_CODES);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code === 0 || (code >= 20 && code < 100)).toBe(true);
});

test.each(Object.entries(EXIT_CODES))(
  'the page for operators explains the ending %s',
  (kind, code) => {
    expect(page).toMatch(new RegExp(`^\\| ${code} \\| ${kind} \\| .{15,} \\| .{3,} \\|$`, 'm'));
  },
);

test.each([...Object.values(VARIABLES), ...Object.values(GIVEN_VARIABLES)])(
  'the page for operators explains the variable %s',
  (name) => {
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| `, 'm'));
  },
);

test.each(Object.keys(MESSAGES))('the page for operators explains the event %s', (event) => {
  expect(page).toMatch(new RegExp(`^\\| ${event} \\| `, 'm'));
});

test('the page for operators tells the defaults as they are', () => {
  for (const value of Object.values(ROTATION_DEFAULTS)) expect(page).toContain(`\`${value}\``);
  expect(page).toContain(`${DEADLINE_MARGIN_SECONDS} seconds`);
  expect(page).toContain(`${MOST_MODULE_BYTES / 1024} KB`);
});
