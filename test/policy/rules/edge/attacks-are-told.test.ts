import { attacksAreTold } from '../../../../lib/policy/rules/edge/attacks-are-told';
import { testRule, world } from '../../../kit/rules';

const beside = (type: string) =>
  world({ ibm_cis_global_load_balancer: { it: {} }, [type]: { a: {} } });

testRule(attacksAreTold, {
  holds: [beside('ibm_cis_alert'), beside('ibm_cis_logpush_job')],
  breaks: [{ name: 'a.example.com' }],
  unknown: [],
  saysNothing: 'breaks',
});
