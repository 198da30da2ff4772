import { requestsBounded } from '../../../../lib/policy/rules/workloads/requests-bounded';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(requestsBounded, {
  holds: [{ scale_request_timeout: 60, scale_concurrency: 100 }],
  breaks: [
    { scale_request_timeout: 600 },
    { scale_concurrency: 1000, scale_request_timeout: UNKNOWN },
  ],
  unknown: [{ scale_request_timeout: UNKNOWN }, { scale_concurrency: UNKNOWN }],
  saysNothing: 'holds',
});
