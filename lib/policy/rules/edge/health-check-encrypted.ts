import { Rule, breaks, holds } from '../../rule';

export const healthCheckEncrypted: Rule = {
  id: 'edge/health-check-encrypted',
  title: 'a health check asks by HTTPS and looks at the certificate',
  severity: 'medium',
  types: ['ibm_cis_healthcheck'],
  reads: ['type', 'allow_insecure'],
  remedy: 'check by HTTPS',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'type = "https"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-configure-glb',
  row: 'step 5',
  controls: ['NIST SC-8(1)'],
  packs: ['baseline', 'layer7'],
  catalogue: ['EDGE-014'],

  judge(check) {
    const type = check.text('type');
    if (type !== 'https') return breaks(`\`type\` is '${type}'`);
    return check.flag('allow_insecure') === true ? breaks('`allow_insecure` is true') : holds;
  },
};
