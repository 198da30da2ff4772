import { APP_LIMITS } from '../../../facts/limits';
import { Rule, breaks, holds } from '../../rule';

/** Instances that a flood of requests may cost. */
const BUDGET = 50;

export const instancesCapped: Rule = {
  id: 'workloads/instances-capped',
  title: 'an app has no more instances than a budget allows',
  severity: 'medium',
  types: ['ibm_code_engine_app'],
  reads: ['scale_max_instances'],
  remedy: 'say how many instances it may have',
  fix: {
    typescript: 'new SecureApp(this, "web", { maxInstances: 10, … })',
    hcl: 'scale_max_instances = 10',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits',
  row: 'step 1',
  controls: ['NIST SC-5', 'NIST SC-6', 'IBM-FS SC-5(a)'],
  packs: ['layer7'],
  catalogue: ['RUN-002'],

  judge(app) {
    const most = app.number('scale_max_instances') ?? 0;
    return most < APP_LIMITS.maxInstances.least || most > BUDGET
      ? breaks(`\`scale_max_instances\` is ${most}, beyond 1 to ${BUDGET}`)
      : holds;
  },
};
