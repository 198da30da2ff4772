import { View } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

export const oneOwnerOfMembers: Rule = {
  id: 'access/one-owner-of-members',
  title: 'the members of an access group have one owner',
  severity: 'medium',
  types: ['ibm_iam_access_group_members'],
  reads: ['access_group_id'],
  remedy: 'name all members in one resource',
  fix: {
    typescript: 'new ProjectAccess(this, "developers", { users, serviceIds, … })',
    hcl: 'resource "ibm_iam_access_group_members" "developers" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-groups',
  row: 'access',
  controls: ['NIST AC-2', 'NIST CM-3'],
  packs: [],
  catalogue: [],

  judge(members) {
    const same = groupOf(members);
    if (same === '') members.get('access_group_id');
    const other =
      same === ''
        ? undefined
        : members
            .others(members.type)
            .find((it) => it.address !== members.address && groupOf(it) === same);
    if (other) return breaks(`${other.address} names members of the same group`);
    for (const it of members.others(members.type))
      if (groupOf(it) === '') it.get('access_group_id');
    return holds;
  },
};

/** Which group it is: by its id, or by where that is taken from. */
const groupOf = (it: View): string => {
  const [reference = ''] = it.references('access_group_id');
  return it.known('access_group_id') ?? (reference.startsWith('var.') ? '' : reference);
};
