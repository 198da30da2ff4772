import { Rule, breaks, holds } from '../../rule';

export const namespaceProtected: Rule = {
  id: 'images/namespace-protected',
  title: 'a namespace of images is safe from being destroyed by Terraform',
  severity: 'medium',
  types: ['ibm_cr_namespace'],
  reads: ['lifecycle.prevent_destroy'],
  remedy: 'set prevent_destroy',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { deletionProtection: true, … })',
    hcl: 'lifecycle { prevent_destroy = true }',
  },
  reference: 'https://cloud.ibm.com/docs/Registry?topic=Registry-registry_setup_cli_namespace',
  row: 'registries',
  controls: ['NIST CP-9', 'NIST CM-5'],
  packs: ['baseline'],
  catalogue: [],

  judge(namespace) {
    // with the namespace goes every image, and with that what runs the next time an instance starts.
    return namespace.blocks('lifecycle').some((it) => it.flag('prevent_destroy'))
      ? holds
      : breaks('`lifecycle.prevent_destroy` is not true');
  },
};
