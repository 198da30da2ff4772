import { CIPHER_SUITES } from '../../../facts/tls';
import { Rule, breaks, holds } from '../../rule';

export const tlsSuites: Rule = {
  id: 'edge/tls-suites',
  title: 'the edge offers the six cipher suites of Code Engine and no other',
  severity: 'high',
  types: ['ibm_cis_domain_settings'],
  reads: ['cipher', 'min_tls_version'],
  remedy: 'list the six suites',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'cipher = ["ECDHE-ECDSA-AES128-GCM-SHA256", …]',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-cipher-suites',
  row: 'tls',
  controls: ['NIST SC-8(1)', 'NIST SC-13', 'OWASP A02'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['EDGE-003', 'EDGE-004'],

  judge(settings) {
    const suites = settings.texts('cipher');
    // what TLS 1.3 has cannot be chosen.
    if (settings.text('min_tls_version') === '1.3') return holds;
    if (suites.length === 0) return breaks('`cipher` is absent: the edge offers more than the six');
    const weak = suites.filter((it) => !(CIPHER_SUITES as readonly string[]).includes(it));
    return weak.length > 0 ? breaks(`\`cipher\` has ${weak.join(', ')}`) : holds;
  },
};
