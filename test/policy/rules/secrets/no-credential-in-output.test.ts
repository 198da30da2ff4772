import { noCredentialInOutput } from '../../../../lib/policy/rules/secrets/no-credential-in-output';
import { testRule } from '../../../kit/rules';

testRule(noCredentialInOutput, {
  holds: [
    { value: '${ibm_code_engine_app.web.endpoint}' },
    { value: '${ibm_sm_arbitrary_secret.token.secret_id}' },
    { value: '${ibm_iam_service_api_key.pull.apikey}', sensitive: true },
    { value: 'plain' },
  ],
  breaks: [
    { value: '${ibm_iam_service_api_key.pull.apikey}' },
    { value: '${ibm_code_engine_secret.app.data["KEY"]}' },
    { value: 'key ${data.ibm_iam_auth_token.me.iam_access_token}' },
  ],
  unknown: [{ value: '${local.secret.value}' }, { value: '${module.shop.key}' }],
  saysNothing: 'holds',
});
