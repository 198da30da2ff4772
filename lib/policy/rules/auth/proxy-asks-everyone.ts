import { Rule, breaks, holds } from '../../rule';
import { listOf, proxyVariables } from '../../sign-in-proxy';

/** By what the proxy lets requests pass that nobody signed in for. */
const LISTS = ['SKIP_AUTH_ROUTES', 'SKIP_AUTH_REGEX', 'TRUSTED_IPS'];
const SWITCHES = ['SKIP_AUTH_PREFLIGHT', 'SKIP_JWT_BEARER_TOKENS'];

export const proxyAsksEveryone: Rule = {
  id: 'auth/proxy-asks-everyone',
  title: 'a sign-in proxy lets nothing pass without a sign-in',
  severity: 'medium',
  types: ['ibm_code_engine_app'],
  reads: ['run_env_variables'],
  remedy: 'take the exception out, or excuse pages for everyone',
  fix: {
    typescript: 'proxy.allowAnonymous(["/about"], Waiver.because(…))',
    hcl: '# no variable OAUTH2_PROXY_SKIP_AUTH_ROUTES',
  },
  reference: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  row: 'authentication',
  controls: ['NIST AC-3', 'NIST AC-14', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(app) {
    const variables = proxyVariables(app);
    if (variables.size === 0) return holds;
    const of = (name: string) => variables.get(`OAUTH2_PROXY_${name}`);
    const open =
      LISTS.find((name) => listOf(of(name)).length > 0) ??
      SWITCHES.find((name) => of(name)?.flag('value') === true);
    return open === undefined
      ? holds
      : breaks(`'OAUTH2_PROXY_${open}' lets requests pass without a sign-in`);
  },
};
