import { Rule, breaks, holds } from '../../rule';

export const noAccountManagement: Rule = {
  id: 'access/no-account-management',
  title: 'no policy opens the management of the account',
  severity: 'high',
  types: [
    'ibm_iam_access_group_policy',
    'ibm_iam_service_policy',
    'ibm_iam_trusted_profile_policy',
    'ibm_iam_user_policy',
  ],
  reads: ['account_management', 'roles'],
  remedy: 'name the one service that is needed',
  fix: {
    typescript:
      'new ProjectAccess(this, "administrators", { project, persona: Persona.ADMINISTRATOR, … })',
    hcl: 'resources { service = "iam-groups" }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-userroles',
  row: 'access',
  controls: ['NIST AC-6(5)', 'IBM-FS AC-6(5)', 'CIS 1.14'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-004'],

  judge(policy) {
    if (policy.known('account_management') === 'false') return holds;
    // the policy is for every service that manages the account, users and keys among them.
    const strong = policy.texts('roles').find((role) => role !== 'Viewer');
    if (strong === undefined || policy.flag('account_management') !== true) return holds;
    return breaks(`\`account_management\` is true, with '${strong}'`);
  },
};
