import { Rule, breaks, holds } from '../../rule';

export const hstsOfSubdomains: Rule = {
  id: 'edge/hsts-of-subdomains',
  title: 'browsers keep to HTTPS for every host of a domain',
  severity: 'low',
  types: ['ibm_cis_domain_settings'],
  reads: ['security_header'],
  remedy: 'include the subdomains',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone, hstsSubdomains: true })',
    hcl: 'security_header { include_subdomains = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'tls',
  controls: ['NIST SC-8', 'NIST SC-23'],
  packs: ['layer7'],
  catalogue: [],

  judge(settings) {
    const [header] = settings.blocks('security_header');
    return header?.flag('include_subdomains') === true
      ? holds
      : breaks('`security_header.include_subdomains` is not true');
  },
};
