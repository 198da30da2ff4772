import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';

const PUBLIC = 'AccessGroupId-PublicAccess';

export const noPublicGroup: Rule = {
  id: 'access/no-public-group',
  title: 'nobody gets access without signing in',
  severity: 'critical',
  types: ['ibm_iam_access_group_account_settings', 'ibm_iam_access_group_policy'],
  reads: ['public_access_enabled', 'access_group_id'],
  remedy: 'close the public access group',
  fix: {
    typescript: 'new ProjectAccess(this, "developers", { project, persona: Persona.DEVELOPER, … })',
    hcl: 'public_access_enabled = false',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-public',
  row: 'access',
  controls: ['NIST AC-3', 'NIST AC-14', 'IBM-FS AC-14', 'CIS 1.16', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-005'],

  judge(access) {
    if (access.flag('public_access_enabled') === true)
      return breaks('`public_access_enabled` is true');
    if (!access.has('access_group_id')) return holds;
    // the id of a group that is made here is known later, and is another one.
    const isMade = access
      .references('access_group_id')
      .some((it) => bare(it).startsWith('ibm_iam_access_group.'));
    return !isMade && access.text('access_group_id') === PUBLIC
      ? breaks(`\`access_group_id\` is '${PUBLIC}', which is everybody`)
      : holds;
  },
};
