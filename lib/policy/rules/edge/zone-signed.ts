import { Rule, breaks, holds } from '../../rule';

export const zoneSigned: Rule = {
  id: 'edge/zone-signed',
  title: 'a zone is signed',
  severity: 'low',
  types: ['ibm_cis_domain_settings'],
  reads: ['dnssec'],
  remedy: 'switch DNSSEC on, and give the registrar the DS record',
  fix: {
    typescript: 'new CisZone(this, "zone", { domain, plan, resourceGroupId })',
    hcl: 'dnssec = "active"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-dnssec',
  row: 'step 4',
  controls: ['NIST SC-20', 'NIST SC-21'],
  packs: [],
  catalogue: ['EDGE-016'],

  judge(settings) {
    const state = settings.text('dnssec');
    // until the registrar knows the key, the service calls what is on pending.
    return state === 'active' || state === 'pending'
      ? holds
      : breaks(`\`dnssec\` is ${state ?? 'absent'}`);
  },
};
