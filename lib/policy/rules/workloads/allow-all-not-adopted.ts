import { ALLOW_ALL } from '../../../facts/egress';
import { Rule, breaks, holds } from '../../rule';

export const allowAllNotAdopted: Rule = {
  id: 'workloads/allow-all-not-adopted',
  title: 'the destination that a project is born with is not held in code',
  severity: 'low',
  types: ['ibm_code_engine_allowed_outbound_destination'],
  reads: ['name'],
  remedy: 'give the destination another name, which takes the place of allow-all',
  fix: {
    typescript:
      'new EgressPolicy(this, "egress", { project, destinations, takesPlaceOfAllowAll: "database" })',
    hcl: 'name = "database"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-outbound-allow-list',
  row: 'egress',
  controls: ['NIST SC-7(5)', 'NIST CM-3'],
  packs: [],
  catalogue: [],

  judge(destination) {
    // imported, it is deleted and made again; taken out of the code, it is deleted and everything is closed.
    return destination.text('name') === ALLOW_ALL
      ? breaks(
          `\`name\` is '${ALLOW_ALL}': what happens to the code happens to the project's own entry`,
        )
      : holds;
  },
};
