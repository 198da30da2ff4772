import { rulesAreOn } from '../../../../lib/policy/rules/edge/rules-are-on';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const with_ = (...rules: object[]) => ({ rulesets: [{ rules }] });
const override = (body: object) =>
  with_({ enabled: true, action_parameters: [{ overrides: [{ override_rules: [body] }] }] });

const set = (enabled: unknown) =>
  with_({ enabled: true, action_parameters: [{ overrides: [{ enabled }] }] });
const single = (rule: object) => world({ ibm_cis_ruleset_rule: { it: { rule } } });

testRule(rulesAreOn, {
  holds: [
    with_({ enabled: true }),
    with_(),
    override({ rule_id: 'a', enabled: true, action: 'block' }),
    set(true),
    single({ enabled: true }),
  ],
  breaks: [
    with_({ enabled: false }),
    with_({ ref: 'a' }),
    override({ rule_id: 'a' }),
    set(false),
    single({ enabled: false }),
  ],
  unknown: [with_({ enabled: UNKNOWN }), { rulesets: UNKNOWN }, set(UNKNOWN)],
  saysNothing: 'holds',
});
