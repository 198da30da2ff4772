import { Rule, breaks, holds } from '../../rule';

export const tlsMinimum: Rule = {
  id: 'edge/tls-minimum',
  title: 'the edge takes no TLS below version 1.2',
  severity: 'critical',
  types: ['ibm_cis_domain_settings', 'ibm_cis_tls_settings'],
  reads: ['min_tls_version'],
  remedy: 'set the minimum to 1.2 or 1.3',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'min_tls_version = "1.2"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-tls',
  row: 'tls',
  controls: ['NIST SC-8(1)', 'NIST SC-13', 'CIS 6.1.1', 'OWASP A02'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['EDGE-002'],

  judge(settings) {
    const version = settings.text('min_tls_version');
    return version === '1.2' || version === '1.3'
      ? holds
      : breaks(`\`min_tls_version\` is ${version ?? 'absent'}`);
  },
};
