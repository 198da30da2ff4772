import { noAnonymous } from '../../../../lib/policy/rules/auth/no-anonymous';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(noAnonymous, {
  holds: [{ anonymous_access_enabled: false }],
  breaks: [{ anonymous_access_enabled: true }],
  unknown: [{ anonymous_access_enabled: UNKNOWN }],
  saysNothing: 'holds',
});
