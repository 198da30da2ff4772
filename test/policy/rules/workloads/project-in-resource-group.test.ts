import { projectInResourceGroup } from '../../../../lib/policy/rules/workloads/project-in-resource-group';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(projectInResourceGroup, {
  holds: [
    { resource_group_id: '0'.repeat(32) },
    { resource_group_id: '${ibm_resource_group.shop.id}' },
    world(
      { ibm_code_engine_project: { it: { resource_group_id: '${var.group}' } } },
      { variable: { group: { type: 'string' } } },
    ),
  ],
  breaks: [{ resource_group_id: null }, { name: 'shop' }],
  unknown: [
    { resource_group_id: UNKNOWN },
    world(
      { ibm_code_engine_project: { it: { resource_group_id: '${var.group}' } } },
      { variable: { group: { default: null } } },
    ),
  ],
  saysNothing: 'breaks',
});
