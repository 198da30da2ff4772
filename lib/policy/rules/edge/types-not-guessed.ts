import { Rule, breaks, holds } from '../../rule';

export const typesNotGuessed: Rule = {
  id: 'edge/types-not-guessed',
  title: 'browsers take what is served for what it is called',
  severity: 'low',
  types: ['ibm_cis_domain_settings'],
  reads: ['security_header'],
  remedy: 'let the edge send `nosniff`',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'security_header { nosniff = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'tls',
  controls: ['NIST SI-10', 'OWASP A05'],
  packs: ['layer7'],
  catalogue: [],

  judge(settings) {
    const [header] = settings.blocks('security_header');
    return header?.flag('nosniff') === true
      ? holds
      : breaks('`security_header.nosniff` is not true');
  },
};
