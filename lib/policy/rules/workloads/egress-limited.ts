import { WIDEST_MASK } from '../../../facts/egress';
import { Rule, breaks, holds } from '../../rule';

export const egressLimited: Rule = {
  id: 'workloads/egress-limited',
  title: 'a project opens connections to no range wider than a private one',
  severity: 'high',
  types: ['ibm_code_engine_allowed_outbound_destination'],
  reads: ['cidr_block'],
  remedy: 'name the ranges that it needs',
  fix: {
    typescript:
      'new EgressPolicy(this, "egress", { project, destinations: { database: OutboundDestination.cidr("10.1.0.0/24") } })',
    hcl: 'cidr_block = "10.1.0.0/24"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-outbound-allow-list',
  row: 'egress',
  controls: ['NIST SC-7(5)', 'NIST AC-4', 'IBM-FS SC-7(5)', 'OWASP A10'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['NET-011'],

  judge(destination) {
    const range = destination.text('cidr_block');
    if (range === undefined || range === '') return holds;
    const mask = Number(/\/(\d+)$/.exec(range)?.[1] ?? 32);
    return mask < WIDEST_MASK
      ? breaks(`\`cidr_block\` is '${range}', with a mask of fewer than ${WIDEST_MASK} bits`)
      : holds;
  },
};
