import { loadBalancerOn } from '../../../../lib/policy/rules/edge/load-balancer-on';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const over = (pool: object) =>
  world({
    ibm_cis_global_load_balancer: { it: { default_pool_ids: ['${ibm_cis_origin_pool.p.id}'] } },
    ibm_cis_origin_pool: { p: pool },
  });

testRule(loadBalancerOn, {
  holds: [{ enabled: true }, over({ enabled: true })],
  breaks: [{ enabled: false }, over({ enabled: false })],
  unknown: [{ enabled: UNKNOWN }],
  saysNothing: 'holds',
});
