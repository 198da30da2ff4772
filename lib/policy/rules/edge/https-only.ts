import { Rule, breaks, holds } from '../../rule';

export const httpsOnly: Rule = {
  id: 'edge/https-only',
  title: 'the edge answers plain HTTP with a redirect',
  severity: 'medium',
  types: ['ibm_cis_domain_settings'],
  reads: ['always_use_https'],
  remedy: 'redirect every request to HTTPS',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'always_use_https = "on"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'tls',
  controls: ['NIST SC-8', 'OWASP A02'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['EDGE-006'],

  judge(settings) {
    const mode = settings.text('always_use_https');
    return mode === 'on' ? holds : breaks(`\`always_use_https\` is ${mode ?? 'absent'}`);
  },
};
