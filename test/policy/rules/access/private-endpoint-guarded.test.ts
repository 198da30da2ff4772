import { privateEndpointGuarded } from '../../../../lib/policy/rules/access/private-endpoint-guarded';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(privateEndpointGuarded, {
  holds: [{ security_groups: ['r006-1'] }, { security_groups: [UNKNOWN] }],
  breaks: [{ security_groups: [] }, { name: 'shop' }],
  unknown: [{ security_groups: UNKNOWN }],
  saysNothing: 'breaks',
});
