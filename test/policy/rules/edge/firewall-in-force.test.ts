import { firewallInForce } from '../../../../lib/policy/rules/edge/firewall-in-force';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const beside = (body: object) =>
  world({
    ibm_cis_global_load_balancer: { it: {} },
    ibm_cis_ruleset_entrypoint_version: { managed: body },
  });
const alone = (body: object) => world({ ibm_cis_ruleset_entrypoint_version: { it: body } });
const phase = 'http_request_firewall_managed';

testRule(firewallInForce, {
  holds: [
    beside({ phase, rulesets: [{ rules: [{ action: 'execute' }] }] }),
    alone({ phase: 'http_ratelimit' }),
  ],
  breaks: [
    beside({ phase, rulesets: [{ rules: [] }] }),
    beside({ phase: 'http_ratelimit' }),
    alone({ phase }),
  ],
  unknown: [beside({ phase: UNKNOWN })],
  saysNothing: 'breaks',
});
