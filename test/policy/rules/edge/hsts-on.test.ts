import { hstsOn } from '../../../../lib/policy/rules/edge/hsts-on';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(hstsOn, {
  holds: [{ security_header: [{ enabled: true, max_age: 31536000 }] }],
  breaks: [
    { security_header: [{ enabled: false, max_age: 31536000 }] },
    { security_header: { enabled: true, max_age: 300 } },
  ],
  unknown: [
    { security_header: [{ enabled: true, max_age: UNKNOWN }] },
    { security_header: UNKNOWN },
  ],
  saysNothing: 'breaks',
});
