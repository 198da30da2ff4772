import { policyNamesWhatItOpens } from '../../../../lib/policy/rules/access/policy-names-what-it-opens';
import { UNKNOWN, testRule } from '../../../kit/rules';

const roles = ['Viewer'];

testRule(policyNamesWhatItOpens, {
  holds: [
    { roles, resources: { service: 'codeengine' } },
    {
      roles,
      resources: [{ resource_type: 'resource-group', resource: '${ibm_resource_group.a.id}' }],
    },
    { roles, resource_attributes: [{ name: 'serviceName', value: 'codeengine' }] },
    { roles, resource_tags: [{ name: 'env', value: 'dev' }] },
  ],
  breaks: [
    { roles },
    { roles, resources: { region: 'eu-de' } },
    { roles, resource_attributes: [{ name: 'serviceType', value: 'service' }] },
    { roles, resource_attributes: [{ name: 'serviceName', value: '*' }] },
  ],
  unknown: [
    { roles, resources: { service: UNKNOWN } },
    { roles, resources: UNKNOWN },
  ],
  saysNothing: 'breaks',
});
