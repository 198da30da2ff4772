import { egressLimited } from '../../../../lib/policy/rules/workloads/egress-limited';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(egressLimited, {
  holds: [
    { type: 'cidr_block', cidr_block: '10.0.0.0/8' },
    { type: 'cidr_block', cidr_block: '192.0.2.7/32' },
    { type: 'private_path_service_gateway', private_path_service_gateway_crn: 'crn:v1:…' },
  ],
  breaks: [{ cidr_block: '0.0.0.0/0' }, { cidr_block: '128.0.0.0/1' }, { cidr_block: '::/0' }],
  unknown: [{ cidr_block: UNKNOWN }],
  saysNothing: 'holds',
});
