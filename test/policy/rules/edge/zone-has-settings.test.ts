import { zoneHasSettings } from '../../../../lib/policy/rules/edge/zone-has-settings';
import { testRule, world } from '../../../kit/rules';

const zone = '${ibm_cis_domain.z.domain_id}';
const beside = (domain_id: string, other: string) =>
  world({
    ibm_cis_global_load_balancer: { it: { domain_id } },
    ibm_cis_domain_settings: { s: { domain_id: other } },
  });

testRule(zoneHasSettings, {
  holds: [beside(zone, zone), beside('abc', 'abc')],
  breaks: [
    { domain_id: zone },
    beside(zone, '${ibm_cis_domain.y.domain_id}'),
    beside('abc', 'def'),
  ],
  unknown: [],
  saysNothing: 'breaks',
});
