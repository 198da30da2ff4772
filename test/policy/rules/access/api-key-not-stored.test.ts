import { apiKeyNotStored } from '../../../../lib/policy/rules/access/api-key-not-stored';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(apiKeyNotStored, {
  holds: [{ store_value: false }],
  breaks: [{ store_value: true }, world({ ibm_iam_api_key: { it: { name: 'ci' } } })],
  unknown: [{ store_value: UNKNOWN }],
  saysNothing: 'breaks',
});
