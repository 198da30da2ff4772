import { isNarrowed } from '../../iam-scope';
import { Rule, breaks, holds } from '../../rule';

export const policyNamesWhatItOpens: Rule = {
  id: 'access/policy-names-what-it-opens',
  title: 'an access policy names what it opens',
  severity: 'high',
  types: [
    'ibm_iam_access_group_policy',
    'ibm_iam_service_policy',
    'ibm_iam_trusted_profile_policy',
    'ibm_iam_user_policy',
  ],
  reads: ['resources', 'resource_attributes', 'resource_tags'],
  remedy: 'name the service and the instance',
  fix: {
    typescript: 'new ProjectAccess(this, "developers", { project, persona: Persona.DEVELOPER, … })',
    hcl: 'resources { service = "codeengine" resource_instance_id = ibm_code_engine_project.shop.project_id }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-userroles',
  row: 'access',
  controls: ['NIST AC-6', 'NIST AC-3', 'IBM-FS AC-6', 'CIS 1.14', 'CIS 1.15', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-001'],

  judge(policy) {
    // account management has a rule of its own.
    if (policy.known('account_management') === 'true') return holds;
    if (policy.has('resource_tags')) return holds;
    return isNarrowed(policy, 'service', 'resource_instance_id', 'resource_group_id', 'resource')
      ? holds
      : breaks(
          'neither a service nor an instance nor a resource group is named: it is for all of the account',
        );
  },
};
