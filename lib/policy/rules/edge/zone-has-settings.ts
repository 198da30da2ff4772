import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const SETTINGS = 'ibm_cis_domain_settings';

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
    if (balancer.others(SETTINGS).length === 0)
      return breaks(`no \`${SETTINGS}\` in the configuration`);
    const { addresses, ids } = balancer.overall(zonesWithSettings);
    const own = balancer.references('domain_id');
    const isAmong =
      own.length > 0
        ? own.some((address) => addresses.has(address))
        : ids.has(balancer.text('domain_id'));
    return isAmong ? holds : breaks(`no \`${SETTINGS}\` for its zone`);
  },
};

const zonesWithSettings = (any: Resource) => ({
  addresses: new Set(any.others(SETTINGS).flatMap((it) => it.references('domain_id'))),
  ids: new Set(any.others(SETTINGS).map((it) => it.pattern('domain_id'))),
});
