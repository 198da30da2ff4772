import { egressDeclared } from '../../../../lib/policy/rules/workloads/egress-declared';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const beside = (destination: object) =>
  world({
    ibm_code_engine_project: { it: { name: 'shop' } },
    ibm_code_engine_allowed_outbound_destination: { database: destination },
  });
const project_id = '${ibm_code_engine_project.it.project_id}';

testRule(egressDeclared, {
  holds: [beside({ project_id, type: 'cidr_block', cidr_block: '10.0.0.0/8' })],
  breaks: [],
  manual: [beside({ project_id, type: 'private_path_service_gateway' }), { name: 'shop' }],
  unknown: [
    beside({ project_id: UNKNOWN, type: 'cidr_block' }),
    beside({ project_id, type: UNKNOWN }),
  ],
  saysNothing: 'manual',
});
