import { storedNotLiteral } from '../../../../lib/policy/rules/secrets/stored-not-literal';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(storedNotLiteral, {
  holds: [{ payload: '${var.token}' }, world({ ibm_sm_username_password_secret: { it: {} } })],
  breaks: [
    { payload: 'canary' },
    world({ ibm_sm_kv_secret: { it: { data: { a: 'canary', b: UNKNOWN } } } }),
    world({ ibm_sm_username_password_secret: { it: { password: 'canary' } } }),
  ],
  unknown: [{ payload: '${file("token")}' }],
  saysNothing: 'holds',
});
