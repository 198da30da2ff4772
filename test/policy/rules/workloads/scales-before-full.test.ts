import { scalesBeforeFull } from '../../../../lib/policy/rules/workloads/scales-before-full';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(scalesBeforeFull, {
  holds: [{ scale_concurrency: 100, scale_concurrency_target: 80 }],
  breaks: [{ scale_concurrency: 10 }],
  unknown: [{ scale_concurrency: UNKNOWN }, { scale_concurrency_target: UNKNOWN }],
  saysNothing: 'holds',
});
