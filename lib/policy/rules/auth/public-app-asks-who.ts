import { Visibility } from '../../../facts/visibility';
import { Rule, holds, manual } from '../../rule';
import { proxyVariables } from '../../sign-in-proxy';

export const publicAppAsksWho: Rule = {
  id: 'auth/public-app-asks-who',
  title: 'an app that the internet reaches asks who comes',
  severity: 'medium',
  types: ['ibm_code_engine_app', 'ibm_code_engine_function'],
  reads: ['managed_domain_mappings', 'run_env_variables'],
  remedy: 'put sign-in before the app, or excuse a page for everyone',
  fix: {
    typescript: 'proxy.protect(app)',
    hcl: 'managed_domain_mappings = "local"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
  row: 'authentication',
  controls: ['NIST AC-3', 'NIST AC-14', 'OWASP A01', 'OWASP A07'],
  packs: [],
  catalogue: ['IDP-001'],

  judge(workload) {
    const isMapped = workload.users('ibm_code_engine_domain_mapping', 'component.name').length > 0;
    if (!isMapped && workload.text('managed_domain_mappings') !== Visibility.PUBLIC) return holds;
    // to ask is what a sign-in proxy is there for; whom it lets in is judged by rules of its own.
    if (proxyVariables(workload).size > 0) return holds;
    return manual('the internet reaches it: see that it, or a proxy before it, asks who comes');
  },
};
