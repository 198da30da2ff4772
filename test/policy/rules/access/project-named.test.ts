import { projectNamed } from '../../../../lib/policy/rules/access/project-named';
import { UNKNOWN, testRule } from '../../../kit/rules';

const codeengine = (roles: string[], rest: object = {}) => ({
  roles,
  resources: { service: 'codeengine', ...rest },
});

testRule(projectNamed, {
  holds: [
    codeengine(['Writer'], { resource_instance_id: '${ibm_code_engine_project.shop.project_id}' }),
    codeengine(['Viewer', 'Reader']),
    { roles: ['Manager'], resources: { service: 'kms' } },
    {
      roles: ['Manager'],
      resource_attributes: [
        { name: 'serviceName', value: 'codeengine' },
        { name: 'serviceInstance', value: '1' },
      ],
    },
  ],
  breaks: [
    codeengine(['Writer']),
    codeengine(['Viewer', 'Manager'], { resource_group_id: '0' }),
    { roles: ['Editor'], resource_attributes: [{ name: 'serviceName', value: 'codeengine' }] },
  ],
  unknown: [
    codeengine([UNKNOWN]),
    codeengine(['Writer'], { resource_instance_id: UNKNOWN }),
    { roles: ['Writer'], resources: { service: UNKNOWN } },
  ],
  saysNothing: 'holds',
});
