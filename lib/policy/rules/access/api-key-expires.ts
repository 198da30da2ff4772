import { Rule, breaks, holds, manual } from '../../rule';

export const apiKeyExpires: Rule = {
  id: 'access/api-key-expires',
  title: 'an API key comes to an end',
  severity: 'medium',
  types: ['ibm_iam_service_api_key', 'ibm_iam_api_key'],
  reads: ['expires_at', 'lifecycle.replace_triggered_by'],
  remedy: 'say when it ends, or use a trusted profile',
  fix: {
    typescript: 'new PrivateRegistry(this, "images", { keysExpireAt: "2031-01-01T00:00:00Z", … })',
    hcl: 'expires_at = "2031-01-01T00:00:00Z"',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-serviceidapikeys',
  row: 'access',
  controls: ['NIST IA-5(1)', 'IBM-FS IA-5(1)', 'CIS 1.3'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-006'],

  judge(key) {
    if (key.given('expires_at')) return holds;
    // what is replaced on purpose may be renewed in time; only people know whether it is.
    return key.lifecycleHas('replace_triggered_by')
      ? manual('`expires_at` is not there: the key works until it is replaced')
      : breaks('`expires_at` is not there: the key works for ever');
  },
};
