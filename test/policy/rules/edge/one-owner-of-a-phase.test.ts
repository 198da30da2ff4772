import { oneOwnerOfAPhase } from '../../../../lib/policy/rules/edge/one-owner-of-a-phase';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const two = (a: object, b: object) =>
  world({ ibm_cis_ruleset_entrypoint_version: { it: a, other: b } });
const custom = { phase: 'http_request_firewall_custom', domain_id: 'z' };

testRule(oneOwnerOfAPhase, {
  holds: [
    two(custom, { ...custom, phase: 'http_ratelimit' }),
    two(custom, { ...custom, domain_id: 'y' }),
  ],
  breaks: [two(custom, custom)],
  unknown: [two(custom, { ...custom, phase: UNKNOWN })],
  saysNothing: 'holds',
});
