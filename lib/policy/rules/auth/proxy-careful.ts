import { Rule, breaks, holds } from '../../rule';
import { proxyVariables } from '../../sign-in-proxy';

/** Switches, and what each may not be. */
const CARELESS: Readonly<Record<string, boolean>> = {
  COOKIE_SECURE: false,
  COOKIE_HTTPONLY: false,
  SSL_INSECURE_SKIP_VERIFY: true,
  SSL_UPSTREAM_INSECURE_SKIP_VERIFY: true,
  INSECURE_OIDC_SKIP_ISSUER_VERIFICATION: true,
  INSECURE_OIDC_ALLOW_UNVERIFIED_EMAIL: true,
  INSECURE_OIDC_SKIP_NONCE: true,
  SHOW_DEBUG_ON_ERROR: true,
};

export const proxyCareful: Rule = {
  id: 'auth/proxy-careful',
  title: 'a sign-in proxy checks certificates and tokens, and its cookie stays with HTTPS',
  severity: 'high',
  types: ['ibm_code_engine_app'],
  reads: ['run_env_variables'],
  remedy: 'set the switch to its safe value',
  fix: {
    typescript: 'new AuthProxy(this, "proxy", { … })',
    hcl: 'run_env_variables { type = "literal" name = "OAUTH2_PROXY_INSECURE_OIDC_SKIP_NONCE" value = "false" }',
  },
  reference: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  row: 'authentication',
  controls: ['NIST SC-8', 'NIST SC-23', 'NIST IA-5', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(app) {
    const variables = proxyVariables(app);
    if (variables.size === 0) return holds;
    for (const [name, careless] of Object.entries(CARELESS)) {
      const variable = variables.get(`OAUTH2_PROXY_${name}`);
      const is = variable?.flag('value') ?? DEFAULTS[name];
      if (is === careless) return breaks(`'OAUTH2_PROXY_${name}' is ${careless}`);
    }
    return holds;
  },
};

/** Where silence is careless: the proxy compares no nonce unless it is told to. */
const DEFAULTS: Readonly<Record<string, boolean>> = { INSECURE_OIDC_SKIP_NONCE: true };
