import { exposedCredentialsChecked } from '../../../../lib/policy/rules/edge/exposed-credentials-checked';
import { testRule, UNKNOWN } from '../../../kit/rules';

const phase = 'http_request_firewall_managed';
const rule = (id: string) => ({ phase, rulesets: [{ rules: [{ action_parameters: [{ id }] }] }] });

testRule(exposedCredentialsChecked, {
  holds: [rule('c2e184081120413c86c3ab7e14069605'), { phase: 'http_ratelimit' }],
  breaks: [rule('efb7b8c949ac4650a09736fc376e9aee'), { phase }],
  unknown: [rule(UNKNOWN), { phase: UNKNOWN }],
  saysNothing: 'holds',
});
