import { Rule, breaks, holds } from '../../rule';

const BLOCKS = ['service_access', 'service_operator'];

export const serviceAccessFollowsCode: Rule = {
  id: 'secrets/service-access-follows-code',
  title: 'what a secret of Code Engine may do changes with the code',
  severity: 'medium',
  types: ['ibm_code_engine_secret'],
  reads: ['format', 'lifecycle.replace_triggered_by'],
  remedy: 'replace the secret when its block changes',
  fix: {
    typescript: 'SecretData.serviceAccess({ … })',
    hcl: 'lifecycle { replace_triggered_by = [terraform_data.access] }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-service-binding',
  row: 'access',
  controls: ['NIST AC-6', 'NIST CM-3'],
  packs: [],
  catalogue: [],

  judge(secret) {
    if (!BLOCKS.includes(secret.text('format') ?? '')) return holds;
    // an update sends format and data only: a narrower role is planned, and never arrives.
    return secret.lifecycleHas('replace_triggered_by')
      ? holds
      : breaks('`lifecycle.replace_triggered_by` is not there: a change of access is never sent');
  },
};
