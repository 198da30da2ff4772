import { noPublicGroup } from '../../../../lib/policy/rules/access/no-public-group';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const policy = (access_group_id: string) =>
  world({ ibm_iam_access_group_policy: { it: { access_group_id, roles: ['Reader'] } } });

testRule(noPublicGroup, {
  holds: [
    { public_access_enabled: false },
    policy('AccessGroupId-1'),
    policy('${ibm_iam_access_group.developers.id}'),
  ],
  breaks: [{ public_access_enabled: true }, policy('AccessGroupId-PublicAccess')],
  unknown: [{ public_access_enabled: UNKNOWN }, policy(UNKNOWN)],
  saysNothing: 'holds',
});
