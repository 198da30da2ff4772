import { Rule, breaks, holds } from '../../rule';

export const oldOnesRemoved: Rule = {
  id: 'images/old-ones-removed',
  title: 'old images of a namespace are removed',
  severity: 'low',
  types: ['ibm_cr_namespace'],
  reads: ['ibm_cr_retention_policy.namespace'],
  remedy: 'say how many images of a repository are kept',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { imagesPerRepository: 10, … })',
    hcl: 'resource "ibm_cr_retention_policy" "images" { images_per_repo = 10 … }',
  },
  reference: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_retention',
  row: 'registries',
  controls: ['NIST SI-2', 'NIST CM-7'],
  packs: [],
  catalogue: ['IMG-008'],

  judge(namespace) {
    return namespace.owned('ibm_cr_retention_policy', 'namespace', ['name', 'id']).length > 0
      ? holds
      : breaks('no `ibm_cr_retention_policy` names it');
  },
};
