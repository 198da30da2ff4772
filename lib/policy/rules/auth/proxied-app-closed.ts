import { PROXY_VARIABLES } from '../../../facts/auth-proxy';
import { Visibility } from '../../../facts/visibility';
import { Rule, breaks, holds } from '../../rule';
import { proxyVariables } from '../../sign-in-proxy';

export const proxiedAppClosed: Rule = {
  id: 'auth/proxied-app-closed',
  title: 'an app behind a sign-in proxy is reached by nobody else',
  severity: 'critical',
  types: ['ibm_code_engine_app'],
  reads: ['run_env_variables', 'managed_domain_mappings', 'ibm_code_engine_domain_mapping'],
  remedy: 'let the project alone reach the app, and map its host to the proxy',
  fix: {
    typescript: 'proxy.protect(app)',
    hcl: 'managed_domain_mappings = "local"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
  row: 'authentication',
  controls: ['NIST AC-3', 'NIST SC-7', 'IBM-FS SC-7', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(proxy) {
    const upstreams = proxyVariables(proxy).get(PROXY_VARIABLES.upstreams);
    const apps = (upstreams?.follow('value') ?? []).filter(
      ({ type, address }) => type === 'ibm_code_engine_app' && address !== proxy.address,
    );
    for (const app of apps) {
      if (app.text('managed_domain_mappings') !== Visibility.PROJECT)
        return breaks(`${app.address} is reached around it`);
      if (app.users('ibm_code_engine_domain_mapping', 'component.name').length > 0)
        return breaks(`a domain is mapped to ${app.address}`);
    }
    return holds;
  },
};
