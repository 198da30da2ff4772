import { secondFactor } from '../../../../lib/policy/rules/auth/second-factor';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(secondFactor, {
  holds: [{ is_active: true }],
  breaks: [{ is_active: false }],
  unknown: [{ is_active: UNKNOWN }],
  saysNothing: 'breaks',
});
