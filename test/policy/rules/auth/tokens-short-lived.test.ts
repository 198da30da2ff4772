import { tokensShortLived } from '../../../../lib/policy/rules/auth/tokens-short-lived';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(tokensShortLived, {
  holds: [{ access_token_expires_in: 3600 }],
  breaks: [{ access_token_expires_in: 86400 }, { refresh_token_expires_in: 7776000 }],
  unknown: [{ access_token_expires_in: UNKNOWN }],
  saysNothing: 'holds',
});
