import { probed } from '../../../../lib/policy/rules/workloads/probed';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(probed, {
  holds: [{ probe_liveness: { type: 'tcp' }, probe_readiness: [{ type: 'http' }] }],
  breaks: [{ probe_liveness: { type: 'tcp' } }, { probe_readiness: UNKNOWN }],
  unknown: [{ probe_liveness: { type: 'tcp' }, probe_readiness: UNKNOWN }],
  saysNothing: 'breaks',
});
