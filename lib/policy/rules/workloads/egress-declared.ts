import { ALLOW_ALL } from '../../../facts/egress';
import { Rule, holds, manual } from '../../rule';

const DESTINATION = 'ibm_code_engine_allowed_outbound_destination';

export const egressDeclared: Rule = {
  id: 'workloads/egress-declared',
  title: 'the code of a project says where to it opens connections',
  severity: 'medium',
  types: ['ibm_code_engine_project'],
  reads: ['ibm_code_engine_allowed_outbound_destination.project_id'],
  remedy: 'declare the destinations that it needs, and remove allow-all',
  fix: {
    typescript: 'new EgressPolicy(this, "egress", { project, destinations })',
    hcl: 'resource "ibm_code_engine_allowed_outbound_destination" "database" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-outbound-allow-list',
  row: 'egress',
  controls: ['NIST SC-7(5)', 'NIST AC-4', 'IBM-FS SC-7(5)', 'OWASP A10'],
  packs: ['financial-services'],
  catalogue: ['NET-009', 'NET-010'],

  judge(project) {
    const destinations = project.owned(DESTINATION, 'project_id', ['project_id', 'id']);
    // Code Engine refuses a range beside `allow-all`: where there is one, that is gone.
    if (destinations.some((it) => it.known('type') === 'cidr_block')) return holds;
    for (const it of destinations) it.get('type');
    // the first apply of a project cannot limit it, and nothing in a configuration removes what it is born with.
    return destinations.length > 0
      ? manual(`whether \`${ALLOW_ALL}\` was removed does not stand in the code`)
      : manual(`no destination is declared: \`${ALLOW_ALL}\` is in force unless it was removed`);
  },
};
