import { looksSecret } from '../../../facts/secrets';
import { Rule, breaks, holds } from '../../rule';

export const noDefaultForASecret: Rule = {
  id: 'secrets/no-default-for-a-secret',
  title: 'a variable for a secret has no value in the code',
  severity: 'high',
  types: ['variable.'],
  reads: ['sensitive', 'default'],
  remedy: 'take the default out',
  fix: {
    typescript: 'SecretValue.fromVariable(this, "api_token")',
    hcl: 'variable "api_token" { sensitive = true }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(variable) {
    const name = variable.address.slice('variable.'.length);
    const isSecret = variable.flag('sensitive') === true || looksSecret(name);
    const hasText = variable
      .leaves()
      .some(([path, it]) => /^default(\.|$)/.test(path) && typeof it === 'string' && it !== '');
    return isSecret && hasText ? breaks('its `default` stands in the code') : holds;
  },
};
