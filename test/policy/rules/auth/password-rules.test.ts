import { passwordRules } from '../../../../lib/policy/rules/auth/password-rules';
import { testRule, UNKNOWN } from '../../../kit/rules';

const on = {
  enabled: true,
  prevent_password_with_username: true,
  lockout_policy: [{ enabled: true }],
  password_reuse: [{ enabled: true }],
  password_expiration: [{ enabled: true }],
};

testRule(passwordRules, {
  holds: [on],
  breaks: [
    { ...on, enabled: false },
    { ...on, lockout_policy: [{ enabled: false }] },
  ],
  unknown: [{ ...on, enabled: UNKNOWN }],
  saysNothing: 'breaks',
});
