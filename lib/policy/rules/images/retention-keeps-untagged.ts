import { Rule, breaks, holds } from '../../rule';

export const retentionKeepsUntagged: Rule = {
  id: 'images/retention-keeps-untagged',
  title: 'images that are known by digest alone are not removed',
  severity: 'medium',
  types: ['ibm_cr_retention_policy'],
  reads: ['retain_untagged'],
  remedy: 'set retain_untagged',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { retainUntagged: true, … })',
    hcl: 'retain_untagged = true',
  },
  reference: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_retention',
  row: 'registries',
  controls: ['NIST CP-9', 'NIST SI-7'],
  packs: ['baseline'],
  catalogue: [],

  judge(policy) {
    // a tag that moves on leaves the image that runs without one.
    return policy.flag('retain_untagged') === true ? holds : breaks('`retain_untagged` is false');
  },
};
