import { allowAllNotAdopted } from '../../../../lib/policy/rules/workloads/allow-all-not-adopted';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(allowAllNotAdopted, {
  holds: [{ name: 'database' }],
  breaks: [{ name: 'allow-all', cidr_block: '10.0.0.0/8' }],
  unknown: [{ name: UNKNOWN }],
  saysNothing: 'holds',
});
