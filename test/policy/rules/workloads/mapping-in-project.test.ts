import { mappingInProject } from '../../../../lib/policy/rules/workloads/mapping-in-project';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const project = (name: string) => `\${ibm_code_engine_project.${name}.project_id}`;
const mapped = (mine: string, its: string, name = '${ibm_code_engine_app.web.name}') =>
  world({
    ibm_code_engine_project: { a: {}, b: {} },
    ibm_code_engine_app: { web: { name: 'web', project_id: its } },
    ibm_code_engine_domain_mapping: { it: { project_id: mine, component: { name } } },
  });

testRule(mappingInProject, {
  holds: [
    mapped(project('a'), project('a')),
    mapped('1', '1'),
    mapped(project('a'), project('b'), 'web'),
    mapped('${ibm_code_engine_app.web.project_id}', '1'),
  ],
  breaks: [mapped(project('a'), project('b')), mapped('1', '2')],
  unknown: [mapped(UNKNOWN, project('b')), mapped('1', '1', UNKNOWN)],
  saysNothing: 'holds',
});
