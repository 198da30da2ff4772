import { Rule, breaks, holds } from '../../rule';

export const profileLinkReplaced: Rule = {
  id: 'access/profile-link-replaced',
  title: 'a trusted profile is linked anew when its workload changes',
  severity: 'low',
  types: ['ibm_iam_trusted_profile_link'],
  reads: ['lifecycle.replace_triggered_by'],
  remedy: 'replace the link when its block changes',
  fix: {
    typescript: 'WorkloadIdentity.of(app)',
    hcl: 'lifecycle { replace_triggered_by = [terraform_data.linked] }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-trusted-profiles',
  row: 'access',
  controls: ['NIST AC-6', 'NIST CM-3'],
  packs: [],
  catalogue: [],

  judge(link) {
    // a change in place is planned, and the provider refuses it: the old workload keeps its access.
    return link.lifecycleHas('replace_triggered_by')
      ? holds
      : breaks('`lifecycle.replace_triggered_by` is not there: no change of `link` can be applied');
  },
};
