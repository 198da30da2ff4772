import { rulesOf } from '../../lib/policy/packs';
import { RULES } from '../../lib/policy/rules';

test('every rule is in the strict pack, and each pack has some', () => {
  expect(rulesOf(RULES, 'strict')).toHaveLength(RULES.length);
  for (const pack of ['baseline', 'layer7', 'financial-services'] as const) {
    const { length } = rulesOf(RULES, pack);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(RULES.length);
  }
});
