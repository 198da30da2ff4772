import { followsTheZone } from '../../../../lib/policy/rules/edge/follows-the-zone';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const ZONE = '${ibm_cis_domain.zone.domain_id}';
const part = (lifecycle?: unknown) =>
  world({
    ibm_cis_domain_settings: { it: { domain_id: ZONE, lifecycle } },
    ibm_cis_domain: { zone: {} },
  });

testRule(followsTheZone, {
  holds: [part({ replace_triggered_by: ['ibm_cis_domain.zone.id'] }), { domain_id: 'abc' }],
  breaks: [part()],
  unknown: [part(UNKNOWN)],
  saysNothing: 'holds',
});
