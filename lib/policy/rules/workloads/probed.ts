import { Rule, breaks, holds } from '../../rule';

const PROBES = ['probe_liveness', 'probe_readiness'];

export const probed: Rule = {
  id: 'workloads/probed',
  title: 'an instance that no longer answers is noticed',
  severity: 'low',
  types: ['ibm_code_engine_app'],
  reads: ['probe_liveness', 'probe_readiness'],
  remedy: 'add both probes',
  fix: {
    typescript:
      'new SecureApp(this, "web", { liveness: Probe.http("/healthz"), readiness: Probe.http("/ready"), … })',
    hcl: 'probe_liveness { type = "http" }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-app-probes',
  row: 'step 1',
  controls: ['NIST CP-10', 'NIST SI-4'],
  packs: [],
  catalogue: ['RUN-005'],

  judge(app) {
    const missing = PROBES.filter((name) => app.isKnown(name) && !app.has(name));
    if (missing.length > 0) return breaks(`\`${missing[0]}\` is not there`);
    for (const name of PROBES) app.get(name);
    return holds;
  },
};
