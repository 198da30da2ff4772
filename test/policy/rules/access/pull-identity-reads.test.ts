import { pullIdentityReads } from '../../../../lib/policy/rules/access/pull-identity-reads';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const pulling = (role: string, user: object) =>
  world({
    ibm_iam_service_id: { a: {} },
    ibm_iam_service_policy: {
      it: {
        iam_id: '${ibm_iam_service_id.a.iam_id}',
        roles: [role],
        resources: { service: 'container-registry' },
      },
    },
    ibm_iam_service_api_key: { k: { iam_service_id: '${ibm_iam_service_id.a.iam_id}' } },
    ibm_code_engine_secret: { s: { data: { password: '${ibm_iam_service_api_key.k.apikey}' } } },
    ...user,
  });
const secret = '${ibm_code_engine_secret.s.name}';
const app = { ibm_code_engine_app: { web: { image_secret: secret } } };

testRule(pullIdentityReads, {
  holds: [
    pulling('Reader', app),
    pulling('Writer', { ibm_code_engine_build: { b: { output_secret: secret } } }),
    { roles: ['Manager'], resources: { service: 'kms' } },
  ],
  breaks: [pulling('Writer', app), pulling('Manager', app)],
  unknown: [pulling(UNKNOWN, app), { roles: ['Writer'], resources: { service: UNKNOWN } }],
  saysNothing: 'holds',
});
