import { Rule, breaks, holds } from '../../rule';

export const scalesBeforeFull: Rule = {
  id: 'workloads/scales-before-full',
  title: 'an app gets more instances before the ones it has are full',
  severity: 'low',
  types: ['ibm_code_engine_app'],
  reads: ['scale_concurrency', 'scale_concurrency_target'],
  remedy: 'set the target below the concurrency',
  fix: {
    typescript: 'new SecureApp(this, "web", { concurrency: 100, concurrencyTarget: 80, … })',
    hcl: 'scale_concurrency_target = 80',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads',
  row: 'step 1',
  controls: ['NIST SC-5'],
  packs: [],
  catalogue: [],

  judge(app) {
    // the provider asks for a target of 100 whatever the concurrency is.
    const [most, target] = [
      app.number('scale_concurrency'),
      app.number('scale_concurrency_target'),
    ];
    return (target ?? 0) > (most ?? 0)
      ? breaks(
          `\`scale_concurrency_target\` is ${target ?? ''}, more than the ${most ?? ''} that it takes`,
        )
      : holds;
  },
};
