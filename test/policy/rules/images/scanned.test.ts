import { scanned } from '../../../../lib/policy/rules/images/scanned';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(scanned, {
  holds: [],
  breaks: [],
  manual: [{ image_reference: 'private.us.icr.io/shop/web' }, { image_reference: UNKNOWN }],
  unknown: [],
  saysNothing: 'manual',
});
