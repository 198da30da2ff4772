import { signInsRecorded } from '../../../../lib/policy/rules/auth/sign-ins-recorded';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(signInsRecorded, {
  holds: [{ is_active: true }],
  breaks: [{ is_active: false }],
  unknown: [{ is_active: UNKNOWN }],
  saysNothing: 'breaks',
});
