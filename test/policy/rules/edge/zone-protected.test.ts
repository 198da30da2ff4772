import { zoneProtected } from '../../../../lib/policy/rules/edge/zone-protected';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(zoneProtected, {
  holds: [{ lifecycle: { prevent_destroy: true } }],
  breaks: [{ lifecycle: { prevent_destroy: false } }],
  unknown: [{ lifecycle: { prevent_destroy: UNKNOWN } }],
  saysNothing: 'breaks',
});
