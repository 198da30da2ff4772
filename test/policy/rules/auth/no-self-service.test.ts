import { noSelfService } from '../../../../lib/policy/rules/auth/no-self-service';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(noSelfService, {
  holds: [{ self_service_enabled: false }],
  breaks: [{ self_service_enabled: true }],
  unknown: [{ self_service_enabled: UNKNOWN }],
  saysNothing: 'breaks',
});
