import { Rule, breaks, holds } from '../../rule';

export const zoneHasSettings: Rule = {
  id: 'edge/zone-has-settings',
  title: 'a zone with a load balancer has its settings in code',
  severity: 'medium',
  types: ['ibm_cis_global_load_balancer'],
  reads: ['domain_id'],
  remedy: 'set the TLS settings of the zone in code',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'resource "ibm_cis_domain_settings" "zone" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options',
  row: 'step 4',
  controls: ['NIST CM-2', 'NIST CM-6'],
  packs: ['layer7'],
  catalogue: ['EDGE-008'],

  judge(balancer) {
    const settings = balancer.others('ibm_cis_domain_settings');
    if (settings.length === 0) return breaks('no `ibm_cis_domain_settings` in the configuration');
    const own = balancer.references('domain_id');
    const same = settings.some((it) =>
      own.length > 0
        ? it.references('domain_id').some((address) => own.includes(address))
        : it.pattern('domain_id') === balancer.text('domain_id'),
    );
    return same ? holds : breaks('no `ibm_cis_domain_settings` for its zone');
  },
};
