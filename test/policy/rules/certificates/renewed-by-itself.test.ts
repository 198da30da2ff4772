import { renewedByItself } from '../../../../lib/policy/rules/certificates/renewed-by-itself';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(renewedByItself, {
  holds: [{ rotation: [{ auto_rotate: true }] }],
  breaks: [{ rotation: { auto_rotate: false } }],
  unknown: [{ rotation: [{ auto_rotate: UNKNOWN }] }],
  saysNothing: 'breaks',
});
