import { visitorsRestricted } from '../../../../lib/policy/rules/edge/visitors-restricted';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const beside = (type: string, body: object) =>
  world({ ibm_cis_global_load_balancer: { it: {} }, [type]: { p: body } });
const phase = 'http_request_firewall_custom';

testRule(visitorsRestricted, {
  holds: [
    beside('ibm_cis_firewall', {}),
    beside('ibm_cis_ruleset_entrypoint_version', { phase, rulesets: [{ rules: [{ ref: 'a' }] }] }),
  ],
  breaks: [beside('ibm_cis_ruleset_entrypoint_version', { phase, rulesets: [{ rules: [] }] })],
  unknown: [beside('ibm_cis_ruleset_entrypoint_version', { phase: UNKNOWN })],
  saysNothing: 'breaks',
});
