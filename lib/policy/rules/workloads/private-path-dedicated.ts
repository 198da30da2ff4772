import { Rule, holds, manual } from '../../rule';

export const privatePathDedicated: Rule = {
  id: 'workloads/private-path-dedicated',
  title: 'a private path of a project is its own',
  severity: 'low',
  types: ['ibm_code_engine_allowed_outbound_destination'],
  reads: ['type', 'isolation_policy'],
  remedy: 'make the way to the gateway the own one of the project',
  fix: {
    typescript: 'OutboundDestination.privatePath(crn, { dedicated: true })',
    hcl: 'isolation_policy = "dedicated"',
  },
  reference: 'https://cloud.ibm.com/docs/vpc?topic=vpc-private-path-service-intro',
  row: 'isolation',
  controls: ['NIST SC-7', 'NIST AC-4'],
  packs: [],
  catalogue: ['NET-012'],

  judge(destination) {
    if (destination.text('type') !== 'private_path_service_gateway') return holds;
    const policy = destination.text('isolation_policy');
    return policy === 'dedicated'
      ? holds
      : manual(`\`isolation_policy\` is '${policy ?? ''}': other projects may use the same way`);
  },
};
