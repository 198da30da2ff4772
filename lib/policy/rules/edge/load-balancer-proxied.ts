import { Rule, breaks, holds } from '../../rule';

export const loadBalancerProxied: Rule = {
  id: 'edge/load-balancer-proxied',
  title: 'a load balancer lets no request past the edge',
  severity: 'critical',
  types: ['ibm_cis_global_load_balancer'],
  reads: ['proxied'],
  remedy: 'turn on the HTTP proxy mode',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'proxied = true',
  },
  reference:
    'https://cloud.ibm.com/docs/cis?topic=cis-dns-concepts#dns-concepts-proxying-dns-records',
  row: 'step 6',
  controls: ['NIST SC-5', 'IBM-FS SC-5(a)', 'CIS 6.1.3'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['NET-004'],

  judge(balancer) {
    return balancer.flag('proxied') === true
      ? holds
      : breaks('`proxied` is false: the host resolves to the origin itself');
  },
};
