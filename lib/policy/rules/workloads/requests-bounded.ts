import { APP_LIMITS } from '../../../facts/limits';
import { Rule, breaks, holds } from '../../rule';

const MOST = [
  { attribute: 'scale_request_timeout', limit: APP_LIMITS.requestTimeout.most },
  { attribute: 'scale_concurrency', limit: APP_LIMITS.concurrency.most },
];

export const requestsBounded: Rule = {
  id: 'workloads/requests-bounded',
  title: 'slow requests cannot hold an app for as long as Code Engine allows',
  severity: 'low',
  types: ['ibm_code_engine_app'],
  reads: ['scale_request_timeout', 'scale_concurrency'],
  remedy: 'lower the timeout and the concurrency',
  fix: {
    typescript: 'new SecureApp(this, "web", { requestTimeout: 60, concurrency: 100, … })',
    hcl: 'scale_request_timeout = 60',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits',
  row: 'step 1',
  controls: ['NIST SC-5', 'OWASP A04'],
  packs: ['layer7'],
  catalogue: ['RUN-004'],

  judge(app) {
    const wide = MOST.find((it) => Number(app.known(it.attribute) ?? 0) >= it.limit);
    if (wide) return breaks(`\`${wide.attribute}\` is ${wide.limit}, the most that there is`);
    for (const { attribute } of MOST) app.get(attribute);
    return holds;
  },
};
