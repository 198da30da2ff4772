import { privatePathDedicated } from '../../../../lib/policy/rules/workloads/private-path-dedicated';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(privatePathDedicated, {
  holds: [
    { type: 'private_path_service_gateway', isolation_policy: 'dedicated' },
    { type: 'cidr_block' },
  ],
  breaks: [],
  manual: [
    { type: 'private_path_service_gateway', isolation_policy: 'shared' },
    { type: 'private_path_service_gateway' },
  ],
  unknown: [{ type: UNKNOWN }, { type: 'private_path_service_gateway', isolation_policy: UNKNOWN }],
  saysNothing: 'holds',
});
