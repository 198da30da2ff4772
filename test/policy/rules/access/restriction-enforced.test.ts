import { restrictionEnforced } from '../../../../lib/policy/rules/access/restriction-enforced';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(restrictionEnforced, {
  holds: [{ enforcement_mode: 'enabled' }],
  breaks: [{ enforcement_mode: 'report' }, { enforcement_mode: 'disabled' }, {}],
  unknown: [{ enforcement_mode: UNKNOWN }],
  saysNothing: 'breaks',
});
