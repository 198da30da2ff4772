import { Rule, breaks, holds } from '../../rule';

export const hstsOn: Rule = {
  id: 'edge/hsts-on',
  title: 'browsers are told to keep to HTTPS for half a year at least',
  severity: 'medium',
  types: ['ibm_cis_domain_settings'],
  reads: ['security_header'],
  remedy: 'switch HSTS on, and raise its age step by step',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'security_header { enabled = true max_age = 31536000 … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'tls',
  controls: ['NIST SC-8', 'NIST SC-23', 'OWASP A02'],
  packs: ['baseline', 'layer7'],
  catalogue: ['EDGE-007'],

  judge(settings) {
    const [header] = settings.blocks('security_header');
    if (header?.flag('enabled') !== true) return breaks('`security_header` is off or absent');
    const age = header.number('max_age') ?? 0;
    return age >= LEAST ? holds : breaks(`\`security_header.max_age\` is ${age}`);
  },
};

/** Half a year, in seconds. */
const LEAST = 180 * 86400;
