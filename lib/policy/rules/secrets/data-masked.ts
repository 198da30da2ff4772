import { Rule, breaks, holds } from '../../rule';

export const dataMasked: Rule = {
  id: 'secrets/data-masked',
  title: 'the data of a secret is hidden as a whole',
  severity: 'medium',
  types: ['ibm_code_engine_secret'],
  reads: ['data'],
  remedy: 'put the whole map into sensitive()',
  fix: {
    typescript: 'new AppSecret(this, "secret", { project, data: SecretData.generic({ … }) })',
    hcl: 'data = sensitive({ API_TOKEN = var.api_token })',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST SC-28', 'NIST AU-9', 'IBM-FS SC-28'],
  packs: ['financial-services'],
  catalogue: ['SEC-004'],

  judge(secret) {
    if (secret.isSensitive('data') || secret.entries('data').length === 0) return holds;
    return breaks(
      '`data` is not hidden as a whole: a key that was written elsewhere is printed in clear',
    );
  },
};
