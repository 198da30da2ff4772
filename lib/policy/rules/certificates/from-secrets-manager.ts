import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';

export const fromSecretsManager: Rule = {
  id: 'certificates/from-secrets-manager',
  title: 'the certificate of a TLS secret comes from where it is renewed',
  severity: 'medium',
  types: ['ibm_code_engine_secret'],
  reads: ['format', 'data'],
  remedy: 'take certificate and key from Secrets Manager',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'data = sensitive({ tls_cert = ibm_sm_public_certificate.c.certificate, … })',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-automatic-rotation',
  row: 'certificates',
  controls: ['NIST SC-17', 'NIST SC-12', 'NIST IA-5(7)'],
  packs: [],
  catalogue: ['TLS-002'],

  judge(secret) {
    if (secret.text('format') !== 'tls') return holds;
    const from = secret.references('data');
    if (from.some((it) => /^(data\.)?ibm_sm_/.test(bare(it)))) return holds;
    return breaks('`data` refers to no certificate of Secrets Manager');
  },
};
