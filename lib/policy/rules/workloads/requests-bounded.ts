import { APP_LIMITS } from '../../../facts/limits';
import { Rule, breaks, holds } from '../../rule';

const MOST: readonly [string, number][] = [
  ['scale_request_timeout', APP_LIMITS.requestTimeout.most],
  ['scale_concurrency', APP_LIMITS.concurrency.most],
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
    const wide = MOST.find(([name, limit]) => Number(app.known(name) ?? 0) >= limit);
    if (wide) return breaks(`\`${wide[0]}\` is ${wide[1]}, the most that there is`);
    for (const [name] of MOST) app.number(name);
    return holds;
  },
};
