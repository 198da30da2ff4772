import { httpsOnly } from '../../../../lib/policy/rules/edge/https-only';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(httpsOnly, {
  holds: [{ always_use_https: 'on' }],
  breaks: [{ always_use_https: 'off' }],
  unknown: [{ always_use_https: UNKNOWN }],
  saysNothing: 'breaks',
});
