import { Rule, breaks, holds } from '../../rule';

export const failedUpdateNoticed: Rule = {
  id: 'workloads/failed-update-noticed',
  title: 'an apply fails when Code Engine cannot carry out what it changes',
  severity: 'low',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_function',
    'ibm_code_engine_domain_mapping',
    'ibm_code_engine_allowed_outbound_destination',
  ],
  reads: ['lifecycle', 'data.lifecycle.postcondition'],
  remedy: 'read the status in a data source that depends on it, with a postcondition',
  fix: {
    typescript: 'new SecureApp(this, "web", { … })',
    hcl: 'data "ibm_code_engine_app" "web" { lifecycle { postcondition { condition = self.status != "failed" … } } }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-deploy-app',
  row: 'isolation',
  controls: ['NIST CM-3', 'NIST SI-7'],
  packs: [],
  catalogue: [],

  judge(entity) {
    // the provider waits for what it creates only: a new image that does not start leaves the old one running.
    if (entity.lifecycleHas('postcondition')) return holds;
    const gates = entity.users(`data.${entity.type}`, 'name');
    const isRead = gates.some((it) => it.lifecycleHas('postcondition'));
    return isRead ? holds : breaks('no postcondition looks at its `status` after a change');
  },
};
