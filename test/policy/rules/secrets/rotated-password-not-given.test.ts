import { rotatedPasswordNotGiven } from '../../../../lib/policy/rules/secrets/rotated-password-not-given';
import { UNKNOWN, testRule } from '../../../kit/rules';

const rotation = { auto_rotate: true, interval: 30, unit: 'day' };

testRule(rotatedPasswordNotGiven, {
  holds: [{ rotation }, { password: '${var.password}' }],
  breaks: [
    { rotation, password: 'canary' },
    { rotation, password: '${random_password.db.result}' },
  ],
  unknown: [
    { password: 'canary', rotation: { auto_rotate: UNKNOWN } },
    { rotation, password: UNKNOWN },
  ],
  saysNothing: 'holds',
});
