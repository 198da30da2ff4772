import { Rule, breaks, holds } from '../../rule';

export const storePrivate: Rule = {
  id: 'secrets/store-private',
  title: 'an instance of Secrets Manager is closed to the internet',
  severity: 'high',
  types: ['ibm_resource_instance'],
  reads: ['service', 'parameters.allowed_network', 'parameters_json'],
  remedy: 'let only the private network reach it',
  fix: {
    typescript: 'new SecretsStore(this, "store", { publicEndpoint: false, … })',
    hcl: 'parameters = { allowed_network = "private-only" }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-endpoints',
  row: 'secrets',
  controls: ['NIST SC-7', 'NIST AC-4', 'IBM-FS SC-7(4)'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(instance) {
    if (instance.text('service') !== 'secrets-manager') return holds;
    const json = /"allowed_network"\s*:\s*"([\w-]+)"/.exec(
      instance.text('parameters_json') ?? '',
    )?.[1];
    const network = instance.text('parameters.allowed_network') ?? json;
    // the service opens both endpoints where nothing is said.
    if (network === undefined) return breaks('`parameters.allowed_network` is not there');
    return network === 'private-only'
      ? holds
      : breaks(`\`parameters.allowed_network\` is '${network}'`);
  },
};
