import { groupedBy } from '../../grouped';
import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const FRONTS = ['ibm_cis_global_load_balancer', 'ibm_cis_dns_record'];

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
    if (FRONTS.some((type) => mapping.users(type, 'name').length > 0)) return holds;
    const host = mapping.text('name') ?? '';
    const { names, open } = mapping.overall(fronts);
    // records may be named by their label alone.
    const [label, ...domain] = host.split('.');
    if (names.has(host) || (domain.length > 0 && names.has(label))) return holds;
    // a name that is unknown may be this one.
    open?.get('name');
    return breaks(`no load balancer and no record is named ${host}`);
  },
};

function fronts(any: Resource) {
  const all = FRONTS.flatMap((type) => any.others(type));
  return {
    names: groupedBy(all, (it) => it.known('name')),
    open: all.find((it) => !it.isKnown('name')),
  };
}
