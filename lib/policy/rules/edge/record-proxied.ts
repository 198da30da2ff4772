import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';

export const recordProxied: Rule = {
  id: 'edge/record-proxied',
  title: 'a record that leads to a workload lets no request past the edge',
  severity: 'high',
  types: ['ibm_cis_dns_record'],
  reads: ['proxied', 'content', 'type'],
  remedy: 'turn on the proxy of the record',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'proxied = true',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-dns-concepts',
  row: 'step 6',
  controls: ['NIST SC-5'],
  packs: ['layer7'],
  catalogue: ['EDGE-015'],

  judge(record) {
    const leads = record
      .references('content')
      .some((it) => bare(it).startsWith('ibm_code_engine_'));
    const content = record.pattern('content') ?? '';
    if (!leads && !/\.codeengine\.appdomain\.cloud$/.test(content)) return holds;
    return record.flag('proxied') === true
      ? holds
      : breaks('`proxied` is false: it shows the origin');
  },
};
