import { Rule, breaks, holds } from '../../rule';

export const loadBalancerOn: Rule = {
  id: 'edge/load-balancer-on',
  title: 'a load balancer and its pools are on',
  severity: 'medium',
  types: ['ibm_cis_global_load_balancer'],
  reads: ['enabled'],
  remedy: 'switch it on, or take it out with its mapping',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'enabled = true',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos',
  row: 'step 5',
  controls: ['NIST SC-5', 'NIST CP-10'],
  packs: ['layer7'],
  catalogue: ['NET-005'],

  judge(balancer) {
    const pools = balancer.follow('default_pool_ids');
    const off = pools.find((pool) => pool.flag('enabled') === false);
    if (off) return breaks(`its pool ${off.address} is off`);
    return balancer.flag('enabled') === false ? breaks('`enabled` is false') : holds;
  },
};
