import { Rule, breaks, holds } from '../../rule';

const KEYS = ['ibmcloud_api_key', 'bluemix_api_key', 'iaas_classic_api_key', 'softlayer_api_key'];

export const providerKeyNotLiteral: Rule = {
  id: 'secrets/provider-key-not-literal',
  title: 'the keys of the provider do not stand in the code',
  severity: 'critical',
  types: ['provider.ibm'],
  reads: ['ibmcloud_api_key', 'iaas_classic_api_key'],
  remedy: 'leave it to the environment: IC_API_KEY',
  fix: {
    typescript: 'new ibm.provider.IbmProvider(this, "ibm", { region })',
    hcl: 'provider "ibm" { region = var.region }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam',
  row: 'access',
  controls: ['NIST IA-5(7)', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-005'],

  judge(provider) {
    // what an expression fills in is no literal, and nothing more is asked of it.
    const literal = KEYS.find((it) => /[^\0]/.test(provider.pattern(it) ?? ''));
    return literal === undefined ? holds : breaks(`\`${literal}\` is a literal`);
  },
};
