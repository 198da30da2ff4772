import { proxyCareful } from '../../../../lib/policy/rules/auth/proxy-careful';
import { UNKNOWN, testRule } from '../../../kit/rules';

const proxy = (variables: Record<string, string>) => ({
  run_env_variables: Object.entries(variables).map(([name, value]) => ({
    ...{ type: 'literal', name: `OAUTH2_PROXY_${name}`, value },
  })),
});
const NONCE = { INSECURE_OIDC_SKIP_NONCE: 'false' };

testRule(proxyCareful, {
  holds: [
    proxy(NONCE),
    proxy({ ...NONCE, COOKIE_SECURE: 'true', SSL_INSECURE_SKIP_VERIFY: 'false' }),
    { run_env_variables: [{ type: 'literal', name: 'COOKIE_SECURE', value: 'false' }] },
  ],
  breaks: [
    proxy({ PROVIDER: 'oidc' }),
    proxy({ ...NONCE, COOKIE_SECURE: 'false' }),
    proxy({ ...NONCE, COOKIE_HTTPONLY: 'false' }),
    proxy({ ...NONCE, SSL_INSECURE_SKIP_VERIFY: 'true' }),
    proxy({ ...NONCE, SSL_UPSTREAM_INSECURE_SKIP_VERIFY: 'true' }),
    proxy({ ...NONCE, INSECURE_OIDC_ALLOW_UNVERIFIED_EMAIL: 'true' }),
    proxy({ ...NONCE, SHOW_DEBUG_ON_ERROR: 'true' }),
  ],
  unknown: [proxy({ ...NONCE, COOKIE_SECURE: UNKNOWN })],
  saysNothing: 'holds',
});
