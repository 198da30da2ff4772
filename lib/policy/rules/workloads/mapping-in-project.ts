import { Rule, breaks, holds } from '../../rule';

export const mappingInProject: Rule = {
  id: 'workloads/mapping-in-project',
  title: 'a domain mapping lies in the project of its component',
  severity: 'medium',
  types: ['ibm_code_engine_domain_mapping'],
  reads: ['project_id', 'component.name'],
  remedy: 'give mapping and component the same project',
  fix: {
    typescript:
      'new CisProtectedDomain(this, "shop", { origins: { web: { workload: web, … } }, … })',
    hcl: 'project_id = ibm_code_engine_app.web.project_id',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project',
  row: 'isolation',
  controls: ['NIST CM-6', 'NIST SC-7'],
  packs: [],
  catalogue: ['NET-007'],

  judge(mapping) {
    const [component] = mapping.follow('component.name');
    if (component === undefined) {
      // a name in clear says nothing of a project; Code Engine knows the component, or refuses.
      mapping.get('component.name');
      return holds;
    }
    const [own, its] = [mapping, component].map((it) => it.references('project_id').join());
    if (own === component.address || (own !== '' && own === its)) return holds;
    const projects = [mapping, component].map((it) => it.follow('project_id'));
    if (projects.every((it) => it.length === 1 && it[0].type === 'ibm_code_engine_project')) {
      return breaks(`\`project_id\` is that of ${own}, and \`component\` lies in ${its}`);
    }
    return mapping.get('project_id') === component.get('project_id')
      ? holds
      : breaks('`project_id` is not that of its `component`');
  },
};
