import { oneOwnerOfMembers } from '../../../../lib/policy/rules/access/one-owner-of-members';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const two = (a: string, b: string) =>
  world({
    ibm_iam_access_group: { g: {}, h: {} },
    ibm_iam_access_group_members: { it: { access_group_id: a }, other: { access_group_id: b } },
  });
const group = (name: string) => `\${ibm_iam_access_group.${name}.id}`;

testRule(oneOwnerOfMembers, {
  holds: [two(group('g'), group('h')), two('1', '2'), { access_group_id: '1' }],
  breaks: [two(group('g'), group('g')), two('1', '1')],
  unknown: [{ access_group_id: UNKNOWN }, two('1', UNKNOWN)],
  saysNothing: 'holds',
});
