import { isRestricted } from '../../restrictions';
import { Rule, holds, manual } from '../../rule';

export const apiRestricted: Rule = {
  id: 'access/api-restricted',
  title: 'the API of Code Engine answers only to known networks',
  severity: 'medium',
  types: ['ibm_code_engine_project'],
  reads: ['ibm_cbr_rule.resources'],
  remedy: 'add a context-based restriction for Code Engine',
  fix: {
    typescript: 'new NetworkPerimeter(this, "perimeter", { project, management: { deployer } })',
    hcl: 'resource "ibm_cbr_rule" "api" { resources { attributes { name = "serviceName" value = "codeengine" } } … }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-context-restrictions-whatis',
  row: 'access',
  controls: ['NIST AC-4', 'NIST CM-7', 'NIST SC-7(5)', 'IBM-FS SC-7(5)'],
  packs: ['financial-services'],
  catalogue: ['CBR-001'],

  judge(project) {
    if (isRestricted(project, 'codeengine')) return holds;
    // restrictions are of the account: another configuration may hold them.
    return manual('no enforced `ibm_cbr_rule` for codeengine stands in the code');
  },
};
