import { isSwitch, looksSecret } from '../../../facts/secrets';
import { View } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

export const noLiteralSecret: Rule = {
  id: 'secrets/no-literal-secret',
  title: 'no variable that is called like a secret holds a literal',
  severity: 'critical',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_job',
    'ibm_code_engine_function',
    'ibm_code_engine_build',
  ],
  reads: [
    'run_env_variables.name',
    'run_env_variables.type',
    'run_env_variables.value',
    'run_build_params.name',
    'run_build_params.type',
    'run_build_params.value',
  ],
  remedy: 'refer to a key of a secret',
  fix: {
    typescript: 'environment: { API_TOKEN: EnvValue.fromSecret(secret, "API_TOKEN") }',
    hcl: 'run_env_variables { type = "secret_key_reference" name = "API_TOKEN" reference = … key = "API_TOKEN" }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'NIST SC-28', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-001', 'BLD-005'],

  judge(entity) {
    const variables = ['run_env_variables', 'run_build_params']
      .flatMap((it) => entity.blocks(it))
      .filter((it) => !isSwitch(it.known('value') ?? ''));
    const secret = variables.find(
      (it) => it.known('type') === 'literal' && looksSecret(it.known('name') ?? ''),
    );
    if (secret) return breaks(`the variable '${secret.known('name') ?? ''}' holds a literal`);
    const open = variables.find((it) => mayBe(it, 'type') && mayBe(it, 'name'));
    if (open) open.get(open.isKnown('type') ? 'name' : 'type');
    return holds;
  },
};

/** Whether a variable may turn out to be a literal, or to be called like a secret. */
const mayBe = (variable: View, attribute: 'type' | 'name'): boolean => {
  const known = variable.known(attribute) ?? '';
  return (
    !variable.isKnown(attribute) ||
    (attribute === 'type' ? known === 'literal' : looksSecret(known))
  );
};
