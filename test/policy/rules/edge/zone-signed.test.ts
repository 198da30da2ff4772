import { zoneSigned } from '../../../../lib/policy/rules/edge/zone-signed';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(zoneSigned, {
  holds: [{ dnssec: 'active' }],
  breaks: [{ dnssec: 'disabled' }],
  unknown: [{ dnssec: UNKNOWN }],
  saysNothing: 'breaks',
});
