import { PACKS, SEVERITIES, breaks, holds, manual } from '../../lib/policy/rule';

test('a rule has three answers of its own, and says what it saw', () => {
  expect([holds.outcome, breaks('a').outcome, manual('b').outcome]).toEqual([
    'holds',
    'breaks',
    'manual',
  ]);
  expect(breaks('`a` is 1').fact).toBe('`a` is 1');
});

test('weights are in order, and packs have names', () => {
  expect(SEVERITIES).toEqual(['critical', 'high', 'medium', 'low']);
  expect(PACKS).toContain('strict');
});
