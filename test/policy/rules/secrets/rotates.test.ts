import { rotates } from '../../../../lib/policy/rules/secrets/rotates';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(rotates, {
  holds: [
    { rotation: { auto_rotate: true, interval: 30, unit: 'day' } },
    { rotation: [{ auto_rotate: 'true' }] },
    { expiration_date: '2031-01-01T00:00:00Z' },
  ],
  breaks: [{ rotation: { auto_rotate: false, interval: 30, unit: 'day' } }, { rotation: {} }],
  manual: [world({ ibm_sm_arbitrary_secret: { it: { payload: '${var.token}' } } })],
  unknown: [{ rotation: { auto_rotate: UNKNOWN } }, { expiration_date: UNKNOWN }],
  saysNothing: 'breaks',
});
