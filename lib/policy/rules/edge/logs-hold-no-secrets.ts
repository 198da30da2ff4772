import { TELLING_FIELDS } from '../../../facts/edge-logs';
import { Rule, breaks, holds } from '../../rule';

export const logsHoldNoSecrets: Rule = {
  id: 'edge/logs-hold-no-secrets',
  title: 'a log of the edge holds nothing that visitors send along',
  severity: 'medium',
  types: ['ibm_cis_logpush_job'],
  reads: ['logpull_options'],
  remedy: 'leave out the fields with queries, cookies and headers',
  fix: {
    typescript: 'new EdgeLogs(this, "log", { zone, dataset, destination })',
    hcl: 'logpull_options = "fields=ClientIP,…"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-log-fields',
  row: 'secrets',
  controls: ['NIST AU-9', 'NIST SC-28'],
  packs: ['baseline'],
  catalogue: [],

  judge(job) {
    const fields =
      /fields=([^&]*)/.exec(job.pattern('logpull_options') ?? '')?.[1].split(',') ?? [];
    const telling = fields.find((it) => (TELLING_FIELDS as readonly string[]).includes(it));
    if (telling !== undefined) return breaks(`\`logpull_options\` has the field ${telling}`);
    job.text('logpull_options');
    return holds;
  },
};
