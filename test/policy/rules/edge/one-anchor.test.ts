import { oneAnchor } from '../../../../lib/policy/rules/edge/one-anchor';
import { testRule, UNKNOWN } from '../../../kit/rules';

const at = (position: object | string) => ({
  rulesets: [{ rules: [{ enabled: true, position }] }],
});

testRule(oneAnchor, {
  holds: [at({ index: 1 }), at({ after: 'x' }), { rulesets: [{ rules: [{ enabled: true }] }] }],
  breaks: [at({ before: 'a', after: 'b' }), at({ index: 0 }), at({})],
  unknown: [{ rulesets: UNKNOWN }],
  saysNothing: 'holds',
});
