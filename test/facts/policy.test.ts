import { PolicyPack, PolicySeverity } from '../../lib/facts/policy';
import { rulesOf } from '../../lib/policy/packs';
import { RULES } from '../../lib/policy/rules';

test('every weight is one that a rule has', () => {
  const weights = new Set<string>(RULES.map(({ severity }) => severity));
  expect(new Set<string>(Object.values(PolicySeverity))).toEqual(weights);
});

test.each(Object.values(PolicyPack))('the pack %s asks some rules', (pack) => {
  expect(rulesOf(RULES, pack).length).toBeGreaterThan(10);
});
