import { stillHolds } from '../../lib/policy/waivers';

const waiver = { rule: 'a/b', reason: 'a good reason', owner: 'team', until: '2026-06-30' };
const today = new Date('2026-06-30T23:00:00Z');

test('a waiver holds through its last day', () => {
  expect(stillHolds(waiver, today)).toBeUndefined();
  expect(stillHolds(waiver, new Date('2026-07-01T00:00:00Z'))).toMatch(/ended/);
});

test.each([
  [{ reason: 'why not' }, /reason/],
  [{ owner: ' ' }, /owner/],
  [{ until: 'soon' }, /last day/],
])('a waiver with %p does not hold', (wrong, expected) => {
  expect(stillHolds({ ...waiver, ...wrong }, today)).toMatch(expected);
});
