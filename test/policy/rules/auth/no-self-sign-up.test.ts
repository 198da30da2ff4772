import { noSelfSignUp } from '../../../../lib/policy/rules/auth/no-self-sign-up';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(noSelfSignUp, {
  holds: [{ signup_enabled: false }],
  breaks: [{ signup_enabled: true }],
  unknown: [{ signup_enabled: UNKNOWN }],
  saysNothing: 'breaks',
});
