import { Rule, breaks, holds } from '../../rule';

export const projectInResourceGroup: Rule = {
  id: 'workloads/project-in-resource-group',
  title: 'a project names its resource group',
  severity: 'high',
  types: ['ibm_code_engine_project'],
  reads: ['resource_group_id'],
  remedy: 'name the resource group',
  fix: {
    typescript: 'new CodeEngineProject(this, "shop", { resourceGroupId: group.id })',
    hcl: 'resource_group_id = data.ibm_resource_group.shop.id',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project',
  row: 'isolation',
  controls: ['NIST AC-6', 'NIST SC-7', 'IBM-FS AC-6'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['RUN-006'],

  judge(project) {
    // the service reports the default group, and the next plan takes that for a change: it replaces the project.
    return project.given('resource_group_id')
      ? holds
      : breaks(
          '`resource_group_id` is not there: the next plan replaces the project and all in it',
        );
  },
};
