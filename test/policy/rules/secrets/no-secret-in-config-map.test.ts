import { noSecretInConfigMap } from '../../../../lib/policy/rules/secrets/no-secret-in-config-map';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(noSecretInConfigMap, {
  holds: [{ data: { MODE: 'production', TOKEN_URL: UNKNOWN } }, { data: {} }],
  breaks: [{ data: { API_TOKEN: 'canary' } }, { data: { db_password: UNKNOWN } }],
  unknown: [{ data: UNKNOWN }],
  saysNothing: 'holds',
});
