import { rateLimited } from '../../../../lib/policy/rules/edge/rate-limited';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const beside = (phase: string) =>
  world({
    ibm_cis_global_load_balancer: { it: {} },
    ibm_cis_ruleset_entrypoint_version: { p: { phase } },
  });

testRule(rateLimited, {
  holds: [beside('http_ratelimit')],
  breaks: [beside('http_request_firewall_custom')],
  unknown: [beside(UNKNOWN)],
  saysNothing: 'breaks',
});
