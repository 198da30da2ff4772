import { securityLevel } from '../../../../lib/policy/rules/edge/security-level';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(securityLevel, {
  holds: [{ security_level: 'medium' }, { security_level: 'under_attack' }],
  breaks: [{ security_level: 'essentially_off' }],
  unknown: [{ security_level: UNKNOWN }],
  saysNothing: 'holds',
});
