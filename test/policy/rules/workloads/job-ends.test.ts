import { jobEnds } from '../../../../lib/policy/rules/workloads/job-ends';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(jobEnds, {
  holds: [{ run_mode: 'task', scale_retry_limit: 1, scale_max_execution_time: 600 }],
  breaks: [{ scale_retry_limit: 6 }, { scale_max_execution_time: 86400 }],
  manual: [{ run_mode: 'daemon' }],
  unknown: [{ run_mode: UNKNOWN }, { scale_retry_limit: UNKNOWN }],
  saysNothing: 'holds',
});
