import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';

export const originIsTheMapping: Rule = {
  id: 'edge/origin-is-the-mapping',
  title: 'the origin of a pool is a domain mapping and no system domain',
  severity: 'high',
  types: ['ibm_cis_origin_pool'],
  reads: ['origins.address'],
  remedy: 'name the target of the domain mapping as the origin',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'address = ibm_code_engine_domain_mapping.shop.cname_target',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos',
  row: 'step 5',
  controls: ['NIST SC-7(8)', 'NIST SC-5'],
  packs: ['baseline', 'layer7'],
  catalogue: ['NET-006'],

  judge(pool) {
    for (const origin of pool.blocks('origins')) {
      const refers = origin
        .references('address')
        .some((it) => /^ibm_code_engine_(app|function)\./.test(bare(it)));
      if (refers) return breaks('`origins.address` is the system domain of an app');
      const address = origin.pattern('address') ?? '';
      if (/\.codeengine\.appdomain\.cloud$/.test(address) && !address.startsWith('custom.')) {
        return breaks(`\`origins.address\` is ${address.replace(/\0/g, '…')}`);
      }
      if (origin.references('address').length === 0) origin.text('address');
    }
    return holds;
  },
};
