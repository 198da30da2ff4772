import { Rule, breaks, holds } from '../../rule';

export const apiKeyNotStored: Rule = {
  id: 'access/api-key-not-stored',
  title: 'an API key is not handed out a second time',
  severity: 'medium',
  types: ['ibm_iam_service_api_key', 'ibm_iam_api_key'],
  reads: ['store_value'],
  remedy: 'let IAM keep no value',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { … })',
    hcl: 'store_value = false',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-serviceidapikeys',
  row: 'access',
  controls: ['NIST IA-5(1)', 'NIST SC-28', 'CIS 1.3'],
  packs: ['financial-services'],
  catalogue: ['IAM-006'],

  judge(key) {
    // the provider asks IAM to store it where nothing is said.
    return key.text('store_value') === 'false'
      ? holds
      : breaks('`store_value` is true: whoever may read the key gets its value again');
  },
};
