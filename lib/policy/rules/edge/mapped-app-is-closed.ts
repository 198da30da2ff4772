import { Visibility } from '../../../facts/visibility';
import { Rule, breaks, holds } from '../../rule';

export const mappedAppIsClosed: Rule = {
  id: 'edge/mapped-app-is-closed',
  title: 'an app with a domain of its own is not reached by its system domain',
  severity: 'critical',
  types: ['ibm_code_engine_app', 'ibm_code_engine_function'],
  reads: ['managed_domain_mappings'],
  remedy: 'turn the system domain off',
  fix: {
    typescript: 'new CisProtectedDomain(this, "shop", { zone, host, origins })',
    hcl: 'managed_domain_mappings = "local"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos',
  row: 'step 7',
  controls: ['NIST SC-5', 'NIST SC-7', 'IBM-FS SC-5(a)', 'OWASP A05'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['NET-002'],

  judge(workload) {
    if (workload.users('ibm_code_engine_domain_mapping', 'component.name').length === 0)
      return holds;
    const mappings = workload.text('managed_domain_mappings');
    return mappings === Visibility.PROJECT
      ? holds
      : breaks(`a domain is mapped to it, and \`managed_domain_mappings\` is '${mappings}'`);
  },
};
