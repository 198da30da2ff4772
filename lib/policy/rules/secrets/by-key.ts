import { Rule, breaks, holds } from '../../rule';

export const byKey: Rule = {
  id: 'secrets/by-key',
  title: 'a workload is told the keys that it needs, and not whole secrets',
  severity: 'low',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_job',
    'ibm_code_engine_function',
    'ibm_code_engine_build',
  ],
  reads: ['run_env_variables.type', 'run_build_params.type'],
  remedy: 'refer to single keys',
  fix: {
    typescript: 'environment: { API_TOKEN: EnvValue.fromSecret(secret, "API_TOKEN") }',
    hcl: 'type = "secret_key_reference"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST AC-6'],
  packs: [],
  catalogue: ['SEC-011'],

  judge(workload) {
    const variables = ['run_env_variables', 'run_build_params'].flatMap((it) =>
      workload.blocks(it),
    );
    if (variables.some((it) => it.known('type') === 'secret_full_reference')) {
      return breaks("a `type` of its variables is 'secret_full_reference'");
    }
    for (const it of variables) it.get('type');
    return holds;
  },
};
