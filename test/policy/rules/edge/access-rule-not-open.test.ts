import { accessRuleNotOpen } from '../../../../lib/policy/rules/edge/access-rule-not-open';
import { testRule, UNKNOWN } from '../../../kit/rules';

const rule = (mode: string, value: string) => ({
  access_rule: [{ mode, configuration: [{ target: 'ip_range', value }] }],
});

testRule(accessRuleNotOpen, {
  holds: [
    rule('block', '0.0.0.0/0'),
    rule('whitelist', '192.0.2.7'),
    { lockdown: [{ paused: false }] },
  ],
  breaks: [
    rule('whitelist', '0.0.0.0/0'),
    rule('whitelist', '10.0.0.0/8'),
    { lockdown: [{ paused: true }] },
  ],
  unknown: [rule(UNKNOWN, '0.0.0.0/0'), rule('whitelist', UNKNOWN)],
  saysNothing: 'holds',
});
