import { operatorNamesGroups } from '../../../../lib/policy/rules/access/operator-names-groups';
import { UNKNOWN, testRule } from '../../../kit/rules';

const operator = (resource_group_ids: unknown) => ({
  format: 'service_operator',
  service_operator: { resource_group_ids },
});

testRule(operatorNamesGroups, {
  holds: [operator(['0']), operator(['${data.ibm_resource_group.shop.id}']), { format: 'generic' }],
  breaks: [operator(['*']), operator([]), operator([UNKNOWN, '*'])],
  unknown: [operator([UNKNOWN]), operator(UNKNOWN), { service_operator: UNKNOWN }],
  saysNothing: 'holds',
});
