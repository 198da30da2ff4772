import { Rule, breaks, holds } from '../../rule';

export const securityLevel: Rule = {
  id: 'edge/security-level',
  title: 'the edge challenges senders of bad repute',
  severity: 'medium',
  types: ['ibm_cis_domain_settings'],
  reads: ['security_level'],
  remedy: 'set the level to medium or higher',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'security_level = "medium"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-manage-your-ibm-cis-for-optimal-security',
  row: 'step 6',
  controls: ['NIST SC-5'],
  packs: ['layer7'],
  catalogue: ['EDGE-018'],

  judge(settings) {
    const level = settings.text('security_level');
    return level === 'essentially_off' || level === 'off'
      ? breaks(`\`security_level\` is '${level}'`)
      : holds;
  },
};
