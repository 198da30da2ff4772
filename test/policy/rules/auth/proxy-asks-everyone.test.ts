import { proxyAsksEveryone } from '../../../../lib/policy/rules/auth/proxy-asks-everyone';
import { UNKNOWN, testRule } from '../../../kit/rules';

const proxy = (name: string, value: string) => ({
  run_env_variables: [{ type: 'literal', name: `OAUTH2_PROXY_${name}`, value }],
});

testRule(proxyAsksEveryone, {
  holds: [
    proxy('SKIP_AUTH_ROUTES', ''),
    proxy('SKIP_AUTH_PREFLIGHT', 'false'),
    proxy('EMAIL_DOMAINS', UNKNOWN),
    { run_env_variables: [{ type: 'literal', name: 'TRUSTED_IPS', value: '10.0.0.0/8' }] },
  ],
  breaks: [
    proxy('SKIP_AUTH_ROUTES', 'GET=^/about$'),
    proxy('SKIP_AUTH_REGEX', '^/public'),
    proxy('TRUSTED_IPS', '10.0.0.0/8'),
    proxy('SKIP_AUTH_PREFLIGHT', 'true'),
    proxy('SKIP_JWT_BEARER_TOKENS', 'true'),
  ],
  unknown: [proxy('SKIP_AUTH_ROUTES', UNKNOWN), proxy('SKIP_AUTH_PREFLIGHT', UNKNOWN)],
  saysNothing: 'holds',
});
