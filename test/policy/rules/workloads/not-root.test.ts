import { notRoot } from '../../../../lib/policy/rules/workloads/not-root';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(notRoot, {
  holds: [{ run_as_user: 1001 }, { run_as_user: '1001' }],
  breaks: [{ run_as_user: 0 }, { run_as_user: null }],
  unknown: [{ run_as_user: UNKNOWN }],
  saysNothing: 'breaks',
});
