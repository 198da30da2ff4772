import { Rule, breaks, holds } from '../../rule';

export const groupsNotPeople: Rule = {
  id: 'access/groups-not-people',
  title: 'people get access by a group',
  severity: 'low',
  types: ['ibm_iam_user_policy'],
  reads: ['ibm_id'],
  remedy: 'give the policy to an access group, and make the user a member',
  fix: {
    typescript: 'new ProjectAccess(this, "developers", { project, persona: Persona.DEVELOPER, … })',
    hcl: 'resource "ibm_iam_access_group_policy" "developers" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-groups',
  row: 'access',
  controls: ['NIST AC-2', 'NIST AC-6', 'CIS 1.12'],
  packs: ['financial-services'],
  catalogue: ['IAM-003'],

  judge(policy) {
    return policy.has('ibm_id') ? breaks('`ibm_id` gives access to one person') : holds;
  },
};
