import { mappedHostHasLoadBalancer } from '../../../../lib/policy/rules/edge/mapped-host-has-load-balancer';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const HOST = 'shop.example.com';
const front = (type: string, name: string) =>
  world({ ibm_code_engine_domain_mapping: { it: { name: HOST } }, [type]: { front: { name } } });
const BALANCER = 'ibm_cis_global_load_balancer';

testRule(mappedHostHasLoadBalancer, {
  holds: [
    front(BALANCER, HOST),
    front(BALANCER, '${ibm_code_engine_domain_mapping.it.name}'),
    front('ibm_cis_dns_record', 'shop'),
  ],
  breaks: [{ name: HOST }, front(BALANCER, 'www.example.com')],
  unknown: [{ name: UNKNOWN }, front(BALANCER, UNKNOWN)],
  saysNothing: 'breaks',
});
