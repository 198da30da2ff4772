import { profileOverApiKey } from '../../../../lib/policy/rules/access/profile-over-api-key';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const reading = (data: unknown) =>
  world({
    ibm_code_engine_secret: { s: { format: 'generic', data } },
    ibm_code_engine_app: {
      it: {
        run_env_variables: [
          { type: 'secret_key_reference', reference: '${ibm_code_engine_secret.s.name}' },
        ],
      },
    },
  });

testRule(profileOverApiKey, {
  holds: [reading({ A: UNKNOWN }), { run_env_variables: [{ reference: 'by-name' }] }],
  breaks: [
    reading({ A: '${ibm_iam_service_api_key.k.apikey}' }),
    reading('${sensitive({"A" = ibm_iam_service_api_key.k.apikey})}'),
  ],
  unknown: [{ run_env_variables: UNKNOWN }],
  saysNothing: 'holds',
});
