import { byKey } from '../../../../lib/policy/rules/secrets/by-key';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(byKey, {
  holds: [{ run_env_variables: [{ type: 'secret_key_reference', name: 'A', key: 'A' }] }],
  breaks: [{ run_env_variables: [{ type: UNKNOWN }, { type: 'secret_full_reference' }] }],
  unknown: [{ run_env_variables: [{ type: UNKNOWN }] }],
  saysNothing: 'holds',
});
