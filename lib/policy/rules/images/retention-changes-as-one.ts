import { Rule, breaks, holds } from '../../rule';

export const retentionChangesAsOne: Rule = {
  id: 'images/retention-changes-as-one',
  title: 'a new number of kept images does not remove the untagged ones',
  severity: 'low',
  types: ['ibm_cr_retention_policy'],
  reads: ['retain_untagged', 'lifecycle.replace_triggered_by'],
  remedy: 'replace the policy when one of its values changes',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { … })',
    hcl: 'lifecycle { replace_triggered_by = [terraform_data.retained] }',
  },
  reference: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_retention',
  row: 'registries',
  controls: ['NIST CM-3', 'NIST SI-7'],
  packs: [],
  catalogue: [],

  judge(policy) {
    // an update leaves `retain_untagged` out, and the service takes that for false.
    if (policy.known('retain_untagged') === 'false') return holds;
    if (policy.lifecycleHas('replace_triggered_by')) return holds;
    return policy.flag('retain_untagged') === true
      ? breaks(
          '`lifecycle.replace_triggered_by` is not there: a new `images_per_repo` is sent alone',
        )
      : holds;
  },
};
