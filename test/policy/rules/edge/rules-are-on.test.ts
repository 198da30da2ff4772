import { rulesAreOn } from '../../../../lib/policy/rules/edge/rules-are-on';
import { testRule, UNKNOWN } from '../../../kit/rules';

const with_ = (...rules: object[]) => ({ rulesets: [{ rules }] });
const override = (body: object) =>
  with_({ enabled: true, action_parameters: [{ overrides: [{ override_rules: [body] }] }] });

testRule(rulesAreOn, {
  holds: [
    with_({ enabled: true }),
    with_(),
    override({ rule_id: 'a', enabled: true, action: 'block' }),
  ],
  breaks: [with_({ enabled: false }), with_({ ref: 'a' }), override({ rule_id: 'a' })],
  unknown: [with_({ enabled: UNKNOWN }), { rulesets: UNKNOWN }],
  saysNothing: 'holds',
});
