import { looksSecret } from '../../../facts/secrets';
import { Rule, breaks, holds } from '../../rule';

export const noSecretInConfigMap: Rule = {
  id: 'secrets/no-secret-in-config-map',
  title: 'no key of a config map is called like a secret',
  severity: 'high',
  types: ['ibm_code_engine_config_map'],
  reads: ['data'],
  remedy: 'keep it in a secret',
  fix: {
    typescript: 'new AppSecret(this, "secret", { project, data: SecretData.generic({ … }) })',
    hcl: 'resource "ibm_code_engine_secret" "app" { format = "generic" … }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-configmap',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'NIST SC-28', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-003'],

  judge(map) {
    const key = map
      .entries('data')
      .map(([name]) => name)
      .find(looksSecret);
    return key === undefined ? holds : breaks(`\`data\` has a text under '${key}'`);
  },
};
