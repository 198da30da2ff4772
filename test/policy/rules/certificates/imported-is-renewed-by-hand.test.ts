import { importedIsRenewedByHand } from '../../../../lib/policy/rules/certificates/imported-is-renewed-by-hand';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(importedIsRenewedByHand, {
  holds: [],
  breaks: [],
  unknown: [],
  manual: [{ certificate: UNKNOWN }],
  saysNothing: 'manual',
});
