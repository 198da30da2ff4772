import { firewallBlocks } from '../../../../lib/policy/rules/edge/firewall-blocks';
import { testRule, UNKNOWN } from '../../../kit/rules';

const rule = (body: object) => ({ rulesets: [{ rules: [body] }] });
const override = (action: string) =>
  rule({ action: 'execute', action_parameters: [{ overrides: [{ action }] }] });

testRule(firewallBlocks, {
  holds: [rule({ action: 'block' }), override('block'), rule({ action: 'execute' })],
  breaks: [rule({ action: 'log' }), override('log')],
  unknown: [rule({ action: UNKNOWN }), override(UNKNOWN)],
  saysNothing: 'holds',
});
