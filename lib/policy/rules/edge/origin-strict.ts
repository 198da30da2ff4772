import { Rule, breaks, holds } from '../../rule';

export const originStrict: Rule = {
  id: 'edge/origin-strict',
  title: 'the edge validates the certificate of the origin',
  severity: 'high',
  types: ['ibm_cis_domain_settings'],
  reads: ['ssl'],
  remedy: 'choose strict end-to-end encryption',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'ssl = "strict"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'tls',
  controls: ['NIST SC-8(1)', 'OWASP A02'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['EDGE-005'],

  judge(settings) {
    const mode = settings.text('ssl');
    return mode === 'strict' || mode === 'origin_pull'
      ? holds
      : breaks(`\`ssl\` is ${mode === undefined ? 'absent, which is flexible' : `'${mode}'`}`);
  },
};
