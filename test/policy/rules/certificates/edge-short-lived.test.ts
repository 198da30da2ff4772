import { edgeShortLived } from '../../../../lib/policy/rules/certificates/edge-short-lived';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(edgeShortLived, {
  holds: [{ validity: 90 }, { requested_validity: 30 }],
  breaks: [{ validity: 365 }, { requested_validity: 5475 }],
  unknown: [{ validity: UNKNOWN }],
  saysNothing: 'holds',
});
