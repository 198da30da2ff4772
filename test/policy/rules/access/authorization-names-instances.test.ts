import { authorizationNamesInstances } from '../../../../lib/policy/rules/access/authorization-names-instances';
import { UNKNOWN, testRule } from '../../../kit/rules';

const from = { source_service_name: 'secrets-manager', source_resource_instance_id: '1' };
const to = { target_service_name: 'internet-svcs', target_resource_instance_id: '2' };

testRule(authorizationNamesInstances, {
  holds: [
    { ...from, ...to },
    { ...from, target_service_name: 'iam-identity' },
    { ...from, target_service_name: 'kms', target_resource_group_id: '3' },
    {
      ...from,
      resource_attributes: [
        { name: 'serviceName', value: 'kms' },
        { name: 'serviceInstance', value: '${ibm_resource_instance.kms.guid}' },
      ],
    },
  ],
  breaks: [
    { ...from, target_service_name: 'internet-svcs' },
    { source_service_name: 'secrets-manager', ...to },
    { ...from, resource_attributes: [{ name: 'serviceName', value: 'kms' }] },
  ],
  unknown: [
    { ...from, target_service_name: UNKNOWN },
    { ...from, target_service_name: 'kms', target_resource_instance_id: UNKNOWN },
  ],
  saysNothing: 'breaks',
});
