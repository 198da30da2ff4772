import { Rule, breaks, holds } from '../../rule';

export const instanceTagsApart: Rule = {
  id: 'access/instance-tags-apart',
  title: 'to take a tag from an instance takes it from nothing else',
  severity: 'low',
  types: ['ibm_resource_instance'],
  reads: ['tags'],
  remedy: 'attach tags by ibm_resource_tag',
  fix: {
    typescript: 'new SecretsStore(this, "store", { … })',
    hcl: 'resource "ibm_resource_tag" "store" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-tag',
  row: 'access',
  controls: ['NIST AC-3', 'NIST CM-8'],
  packs: [],
  catalogue: [],

  judge(instance) {
    // a tag that is taken out of the list is deleted in the whole account.
    const [first] = instance.blocks('tags');
    return first === undefined
      ? holds
      : breaks('`tags` is there: to remove one deletes it in the whole account');
  },
};
