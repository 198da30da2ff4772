import { noCredentialInEnvironment } from '../../../../lib/policy/rules/secrets/no-credential-in-environment';
import { UNKNOWN, testRule } from '../../../kit/rules';

const told = (value: string) => ({ run_env_variables: [{ type: 'literal', name: 'A', value }] });

testRule(noCredentialInEnvironment, {
  holds: [
    told('plain'),
    told('${ibm_sm_arbitrary_secret.token.secret_id}'),
    told('${var.mode}'),
    {
      run_env_variables: [
        { type: 'secret_key_reference', reference: '${ibm_code_engine_secret.s.name}' },
      ],
    },
  ],
  breaks: [
    told('${ibm_resource_key.db.credentials["password"]}'),
    told('Bearer ${ibm_iam_service_api_key.pull.apikey}'),
    {
      run_env_variables: [
        { value: '${local.x}' },
        { value: '${ibm_sm_arbitrary_secret.a.payload}' },
      ],
    },
  ],
  unknown: [told('${local.key}'), { run_env_variables: UNKNOWN }],
  saysNothing: 'holds',
});
