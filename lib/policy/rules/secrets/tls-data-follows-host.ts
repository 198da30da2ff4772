import { Rule, breaks, holds } from '../../rule';

export const tlsDataFollowsHost: Rule = {
  id: 'secrets/tls-data-follows-host',
  title: 'a secret for TLS does not keep the certificate of another host',
  severity: 'low',
  types: ['ibm_code_engine_secret'],
  reads: ['format', 'lifecycle.ignore_changes', 'lifecycle.replace_triggered_by'],
  remedy: 'replace the secret when the host changes',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { … })',
    hcl: 'lifecycle { ignore_changes = [data] replace_triggered_by = [terraform_data.host] }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'certificates',
  controls: ['NIST SC-17', 'NIST SC-12'],
  packs: [],
  catalogue: [],

  judge(secret) {
    if (secret.text('format') !== 'tls' || !secret.lifecycleHas('ignore_changes')) return holds;
    // made before the old one goes, it needs a name of its own, and a new name is a new secret.
    if (secret.blocks('lifecycle').some((it) => it.flag('create_before_destroy'))) return holds;
    return secret.lifecycleHas('replace_triggered_by')
      ? holds
      : breaks(
          '`lifecycle` ignores changes and has no `replace_triggered_by`: a new host gets the old certificate',
        );
  },
};
