import { groupedBy } from '../../grouped';
import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const GROUP = 'access_group_id';

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
    const { byGroup, open } = members.overall(owners);
    const group = groupOf(members);
    if (group === undefined) members.get(GROUP);
    const other = byGroup.get(group ?? '')?.find((it) => it.address !== members.address);
    if (other) return breaks(`${other.address} names members of the same group`);
    open?.get(GROUP);
    return holds;
  },
};

/** Which group it is: by its id, or by where that is taken from; undefined where a variable says it. */
function groupOf(it: Resource): string | undefined {
  const known = it.known(GROUP);
  if (known !== undefined) return known;
  const [reference] = it.references(GROUP);
  return reference?.startsWith('var.') ? undefined : reference;
}

function owners(any: Resource) {
  const all = any.others(any.type);
  const isOpen = (it: Resource) => groupOf(it) === undefined && !it.isKnown(GROUP);
  return { byGroup: groupedBy(all, groupOf), open: all.find(isOpen) };
}
