import { healthCheckEncrypted } from '../../../../lib/policy/rules/edge/health-check-encrypted';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(healthCheckEncrypted, {
  holds: [{ type: 'https' }],
  breaks: [{ type: 'http' }, { type: 'tcp' }, { type: 'https', allow_insecure: true }],
  unknown: [{ type: UNKNOWN }],
  saysNothing: 'breaks',
});
