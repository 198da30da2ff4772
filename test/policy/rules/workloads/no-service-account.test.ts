import { noServiceAccount } from '../../../../lib/policy/rules/workloads/no-service-account';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(noServiceAccount, {
  holds: [{ run_service_account: 'none' }],
  breaks: ['default', 'reader', 'writer', 'manager'].map((it) => ({ run_service_account: it })),
  unknown: [{ run_service_account: UNKNOWN }],
  saysNothing: 'breaks',
});
