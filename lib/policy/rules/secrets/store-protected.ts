import { Rule, breaks, holds } from '../../rule';

export const storeProtected: Rule = {
  id: 'secrets/store-protected',
  title: 'an instance of Secrets Manager is safe from being destroyed by Terraform',
  severity: 'medium',
  types: ['ibm_resource_instance'],
  reads: ['service', 'lifecycle.prevent_destroy'],
  remedy: 'set prevent_destroy',
  fix: {
    typescript: 'new SecretsStore(this, "store", { deletionProtection: true, … })',
    hcl: 'lifecycle { prevent_destroy = true }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-create-instance',
  row: 'secrets',
  controls: ['NIST CP-9', 'NIST CM-5'],
  packs: ['baseline'],
  catalogue: [],

  judge(instance) {
    if (instance.text('service') !== 'secrets-manager') return holds;
    // with the instance goes every secret that is in it.
    return instance.blocks('lifecycle').some((it) => it.flag('prevent_destroy'))
      ? holds
      : breaks('`lifecycle.prevent_destroy` is not true');
  },
};
