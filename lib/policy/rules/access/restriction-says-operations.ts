import { Rule, breaks, holds } from '../../rule';

export const restrictionSaysOperations: Rule = {
  id: 'access/restriction-says-operations',
  title: 'a context-based restriction says which calls it is for',
  severity: 'low',
  types: ['ibm_cbr_rule'],
  reads: ['operations'],
  remedy: 'name the operations',
  fix: {
    typescript: 'new NetworkPerimeter(this, "perimeter", { project, inbound: Inbound.isolated() })',
    hcl: 'operations { api_types { api_type_id = "crn:v1:bluemix:public:context-based-restrictions::::api-type:" } }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-context-restrictions-create',
  row: 'access',
  controls: ['NIST CM-6', 'NIST AC-4'],
  packs: [],
  catalogue: [],

  judge(rule) {
    // once set and taken out, they stay as they were, and no plan shows it.
    return rule.has('operations')
      ? holds
      : breaks('`operations` is not there: a plan takes over whatever it is');
  },
};
