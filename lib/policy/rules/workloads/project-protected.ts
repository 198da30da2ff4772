import { Rule, breaks, holds } from '../../rule';

export const projectProtected: Rule = {
  id: 'workloads/project-protected',
  title: 'a project is safe from being destroyed by Terraform',
  severity: 'medium',
  types: ['ibm_code_engine_project'],
  reads: ['lifecycle.prevent_destroy'],
  remedy: 'set prevent_destroy',
  fix: {
    typescript:
      'new CodeEngineProject(this, "shop", { resourceGroupId, deletionProtection: true })',
    hcl: 'lifecycle { prevent_destroy = true }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project',
  row: 'isolation',
  controls: ['NIST CP-9', 'NIST CM-5'],
  packs: ['baseline'],
  catalogue: [],

  judge(project) {
    // with the project goes everything in it, secrets and mappings among them.
    return project.blocks('lifecycle').some((it) => it.flag('prevent_destroy'))
      ? holds
      : breaks('`lifecycle.prevent_destroy` is not true');
  },
};
