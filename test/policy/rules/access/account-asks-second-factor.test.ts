import { accountAsksSecondFactor } from '../../../../lib/policy/rules/access/account-asks-second-factor';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(accountAsksSecondFactor, {
  holds: [{ mfa: 'TOTP4ALL' }, { mfa: 'LEVEL2' }],
  breaks: [{ mfa: 'NONE' }, { mfa: 'NONE_NO_ROPC' }, { mfa: 'TOTP' }],
  unknown: [{ mfa: UNKNOWN }],
  saysNothing: 'manual',
});
