import { Rule, breaks, holds } from '../../rule';

export const mappingHasTlsSecret: Rule = {
  id: 'certificates/mapping-has-tls-secret',
  title: 'the secret of a domain mapping holds a certificate',
  severity: 'high',
  types: ['ibm_code_engine_domain_mapping'],
  reads: ['tls_secret'],
  remedy: 'give the mapping a secret of format tls',
  fix: {
    typescript: 'SecretData.tls({ certificateChain, privateKey })',
    hcl: 'format = "tls"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-domain-mappings',
  row: 'certificates',
  controls: ['NIST SC-17', 'NIST CM-6'],
  packs: ['baseline', 'layer7'],
  catalogue: ['TLS-001'],

  judge(mapping) {
    const other = mapping
      .follow('tls_secret')
      .filter(({ type }) => type === 'ibm_code_engine_secret')
      .find((secret) => secret.text('format') !== 'tls');
    if (other) return breaks(`${other.address} has another format`);
    return mapping.has('tls_secret') ? holds : breaks('`tls_secret` is absent');
  },
};
