import { Rule, breaks, holds } from '../../rule';

export const mappedHostHasLoadBalancer: Rule = {
  id: 'edge/mapped-host-has-load-balancer',
  title: 'a mapped host stands behind a load balancer of Cloud Internet Services',
  severity: 'high',
  types: ['ibm_code_engine_domain_mapping'],
  reads: ['name'],
  remedy: 'put a proxied load balancer, or a proxied record, of that name before it',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'resource "ibm_cis_global_load_balancer" "shop" { name = "shop.example.com" proxied = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos',
  row: 'step 5',
  controls: ['NIST SC-5', 'IBM-FS SC-5(a)', 'CIS 6.1.3'],
  packs: ['layer7', 'financial-services'],
  catalogue: ['NET-003'],

  judge(mapping) {
    const fronts = [
      ...mapping.others('ibm_cis_global_load_balancer'),
      ...mapping.others('ibm_cis_dns_record'),
    ];
    if (fronts.some((it) => it.references('name').includes(mapping.address))) return holds;
    const host = mapping.text('name');
    const names = fronts.filter((it) => it.isKnown('name')).map((it) => it.text('name'));
    if (names.some((name) => name !== undefined && (name === host || isLabelOf(name, host))))
      return holds;
    // a name that is unknown may be this one.
    for (const front of fronts) front.text('name');
    return breaks(`no load balancer and no record is named ${host}`);
  },
};

/** Records may be named by their label alone. */
const isLabelOf = (name: string, host: string | undefined): boolean =>
  host !== undefined && !name.includes('.') && host.startsWith(`${name}.`);
