import { instancesCapped } from '../../../../lib/policy/rules/workloads/instances-capped';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(instancesCapped, {
  holds: [{ scale_max_instances: 10 }, { scale_max_instances: '50' }],
  breaks: [{ scale_max_instances: 0 }, { scale_max_instances: 250 }],
  unknown: [{ scale_max_instances: UNKNOWN }],
  saysNothing: 'holds',
});
