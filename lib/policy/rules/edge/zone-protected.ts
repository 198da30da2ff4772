import { Rule, breaks, holds } from '../../rule';

export const zoneProtected: Rule = {
  id: 'edge/zone-protected',
  title: 'an instance and a zone are safe from being destroyed by Terraform',
  severity: 'medium',
  types: ['ibm_cis', 'ibm_cis_domain'],
  reads: ['lifecycle.prevent_destroy'],
  remedy: 'set prevent_destroy',
  fix: {
    typescript: 'new CisZone(this, "zone", { domain, plan, resourceGroupId })',
    hcl: 'lifecycle { prevent_destroy = true }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-getting-started',
  row: 'step 4',
  controls: ['NIST CP-9', 'NIST CM-5'],
  packs: ['baseline', 'layer7'],
  catalogue: [],

  judge(zone) {
    return zone.blocks('lifecycle').some((it) => it.flag('prevent_destroy'))
      ? holds
      : breaks('`lifecycle.prevent_destroy` is not true');
  },
};
