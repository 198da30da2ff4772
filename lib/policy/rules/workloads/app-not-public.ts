import { Visibility } from '../../../facts/visibility';
import { Rule, breaks, holds } from '../../rule';

export const appNotPublic: Rule = {
  id: 'workloads/app-not-public',
  title: 'an app is closed to the internet',
  severity: 'high',
  types: ['ibm_code_engine_app'],
  reads: ['managed_domain_mappings'],
  remedy: 'let only the project reach it, and publish it through Cloud Internet Services',
  fix: {
    typescript: 'new SecureApp(this, "web", { visibility: Visibility.PROJECT, … })',
    hcl: 'managed_domain_mappings = "local"',
  },
  reference:
    'https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads#optionsvisibility',
  row: 'endpoints',
  controls: ['NIST SC-7', 'NIST AC-4', 'IBM-FS SC-7'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['NET-001'],

  judge(app) {
    // the provider publishes an app that says nothing.
    const mappings = app.text('managed_domain_mappings');
    return mappings === Visibility.PUBLIC
      ? breaks(`\`managed_domain_mappings\` is '${mappings}'`)
      : holds;
  },
};
