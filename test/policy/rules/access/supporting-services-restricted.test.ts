import { supportingServicesRestricted } from '../../../../lib/policy/rules/access/supporting-services-restricted';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const events = { service: 'event-notifications' };

testRule(supportingServicesRestricted, {
  holds: [
    { ...events, service_endpoints: 'private' },
    { service: 'secrets-manager', parameters: { allowed_network: 'private-only' } },
    { service: 'appid' },
    world({
      ibm_resource_instance: { it: events },
      ibm_cbr_rule: {
        a: {
          enforcement_mode: 'enabled',
          resources: [{ attributes: [{ name: 'serviceName', value: 'event-notifications' }] }],
        },
      },
    }),
  ],
  breaks: [],
  manual: [events, { ...events, service_endpoints: 'public-and-private' }],
  unknown: [{ service: UNKNOWN }, { ...events, service_endpoints: UNKNOWN }],
  saysNothing: 'holds',
});
