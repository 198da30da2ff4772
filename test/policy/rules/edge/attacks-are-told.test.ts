import { attacksAreTold } from '../../../../lib/policy/rules/edge/attacks-are-told';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const beside = (type: string, body: object = {}) =>
  world({ ibm_cis_global_load_balancer: { it: {} }, [type]: { a: body } });

testRule(attacksAreTold, {
  holds: [beside('ibm_cis_alert'), beside('ibm_cis_logpush_job', { enabled: true })],
  breaks: [{ name: 'a.example.com' }, beside('ibm_cis_alert', { enabled: false })],
  unknown: [beside('ibm_cis_alert', { enabled: UNKNOWN })],
  saysNothing: 'breaks',
});
