import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';

export const publicAuthority: Rule = {
  id: 'certificates/public-authority',
  title: 'a mapped host has a certificate of a public authority',
  severity: 'medium',
  types: ['ibm_code_engine_secret'],
  reads: ['format', 'data'],
  remedy: 'order a public certificate: Code Engine takes none of a private authority',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'ibm_sm_public_certificate.c.certificate',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-domain-mappings',
  row: 'certificates',
  controls: ['NIST SC-17'],
  packs: ['baseline'],
  catalogue: ['TLS-010'],

  judge(secret) {
    if (secret.text('format') !== 'tls') return holds;
    const mapped = secret.users('ibm_code_engine_domain_mapping', 'tls_secret').length > 0;
    const isPrivate = secret
      .references('data')
      .some((it) => /(^|\.)ibm_sm_private_certificate\./.test(bare(it)));
    return mapped && isPrivate ? breaks('`data` is a private certificate') : holds;
  },
};
