import { noLiteralSecret } from '../../../../lib/policy/rules/secrets/no-literal-secret';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const with_ = (...run_env_variables: object[]) => ({ run_env_variables });

testRule(noLiteralSecret, {
  holds: [
    with_({ type: 'literal', name: 'MODE', value: 'production' }),
    with_({ type: 'literal', name: 'TOKEN_URL', value: UNKNOWN }),
    with_({ type: 'literal', name: 'PASS_ACCESS_TOKEN', value: 'false' }),
    with_({ type: 'secret_key_reference', name: 'API_TOKEN', key: 'A', reference: 's' }),
    with_({ type: 'secret_key_reference', name: UNKNOWN }),
    {},
  ],
  breaks: [
    with_({ type: 'literal', name: 'API_TOKEN', value: 'canary' }),
    with_({ type: 'literal', name: 'dbPassword', value: '${var.password}' }),
    with_({ type: UNKNOWN, name: 'A' }, { type: 'literal', name: 'PASSWORD', value: 'x' }),
    world({
      ibm_code_engine_build: {
        it: { run_build_params: [{ type: 'literal', name: 'NPM_TOKEN', value: 'canary' }] },
      },
    }),
  ],
  unknown: [
    with_({ type: 'literal', name: UNKNOWN, value: 'a' }),
    with_({ type: UNKNOWN, name: 'API_TOKEN', value: 'a' }),
    { run_env_variables: UNKNOWN },
  ],
  saysNothing: 'holds',
});
