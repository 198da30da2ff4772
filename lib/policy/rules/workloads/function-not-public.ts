import { Visibility } from '../../../facts/visibility';
import { Rule, breaks, holds } from '../../rule';

export const functionNotPublic: Rule = {
  id: 'workloads/function-not-public',
  title: 'a function is closed to the internet',
  severity: 'high',
  types: ['ibm_code_engine_function'],
  reads: ['managed_domain_mappings'],
  remedy: 'let only the project reach it',
  fix: {
    typescript: 'new SecureFunction(this, "resize", { visibility: Visibility.PROJECT, … })',
    hcl: 'managed_domain_mappings = "local"',
  },
  reference:
    'https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads#optionsvisibility',
  row: 'endpoints',
  controls: ['NIST SC-7', 'NIST AC-4', 'IBM-FS SC-7', 'OWASP A05'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['NET-001'],

  judge(fn) {
    // the provider publishes a function that says nothing.
    const mappings = fn.text('managed_domain_mappings');
    return mappings === Visibility.PUBLIC
      ? breaks(`\`managed_domain_mappings\` is '${mappings}'`)
      : holds;
  },
};
