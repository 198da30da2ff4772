import { credentialReadBy, isCredential } from '../../credentials';
import { Rule, breaks, holds } from '../../rule';

export const noCredentialInEnvironment: Rule = {
  id: 'secrets/no-credential-in-environment',
  title: 'no variable of a workload carries the credential of another resource as a literal',
  severity: 'high',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job', 'ibm_code_engine_function'],
  reads: ['run_env_variables.value'],
  remedy: 'put the credential into a secret and refer to that',
  fix: {
    typescript: 'environment: { API_KEY: EnvValue.fromSecret(secret, "API_KEY") }',
    hcl: 'run_env_variables { type = "secret_key_reference" … }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-envvar',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-007'],

  judge(workload) {
    const variables = workload.blocks('run_env_variables');
    for (const it of variables) {
      const path = it.paths('value').find(isCredential);
      if (path !== undefined) return breaks(`a \`value\` of \`run_env_variables\` is \`${path}\``);
    }
    for (const it of variables) credentialReadBy(it, 'value');
    return holds;
  },
};
