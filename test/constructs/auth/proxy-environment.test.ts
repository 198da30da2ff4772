/** What the proxy is told, held against what its documentation says it can be told. */
import { proxyEnvironment } from '../../../lib/constructs/auth/proxy-environment';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { issuer } from '../../kit/samples-auth';
import { newStack } from '../../kit/synth';

type Kind = 'text' | 'flag' | 'duration' | 'list' | 'address';

/**
 * Options of OAuth2 Proxy as its documentation lists them: kind and default, and whether silence would be less safe than
 * what is rendered.
 * @see https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview
 */
const OPTIONS: Readonly<Record<string, readonly [Kind, string]>> = {
  'allowed-group': ['list', ''],
  'client-id': ['text', ''],
  'client-secret': ['text', ''],
  'code-challenge-method': ['text', ''],
  'cookie-expire': ['duration', '168h0m0s'],
  'cookie-httponly': ['flag', 'true'],
  'cookie-name': ['text', '_oauth2_proxy'],
  'cookie-path': ['text', '/'],
  'cookie-refresh': ['duration', ''],
  'cookie-samesite': ['text', ''],
  'cookie-secret': ['text', ''],
  'cookie-secure': ['flag', 'true'],
  'email-domain': ['list', ''],
  footer: ['text', ''],
  'http-address': ['address', '127.0.0.1:4180'],
  'insecure-oidc-allow-unverified-email': ['flag', 'false'],
  'insecure-oidc-skip-issuer-verification': ['flag', 'false'],
  'insecure-oidc-skip-nonce': ['flag', 'true'],
  'oidc-groups-claim': ['text', 'groups'],
  'oidc-issuer-url': ['text', ''],
  'pass-access-token': ['flag', 'false'],
  'pass-authorization-header': ['flag', 'false'],
  'pass-basic-auth': ['flag', 'true'],
  'pass-host-header': ['flag', 'true'],
  'pass-user-headers': ['flag', 'true'],
  'ping-path': ['text', '/ping'],
  provider: ['text', 'google'],
  'proxy-prefix': ['text', '/oauth2'],
  'ready-path': ['text', '/ready'],
  'redirect-url': ['text', ''],
  'reverse-proxy': ['flag', 'false'],
  scope: ['text', ''],
  'session-store-type': ['text', 'cookie'],
  'show-debug-on-error': ['flag', 'false'],
  'silence-ping-logging': ['flag', 'false'],
  'skip-auth-preflight': ['flag', 'false'],
  'skip-auth-route': ['list', ''],
  'skip-auth-strip-headers': ['flag', 'true'],
  'skip-jwt-bearer-tokens': ['flag', 'false'],
  'skip-provider-button': ['flag', 'false'],
  'ssl-insecure-skip-verify': ['flag', 'false'],
  upstream: ['list', ''],
  'upstream-timeout': ['duration', '30s'],
};

/** The name of the variable for an option: upper case, underscores, and an S where it may be given several times. */
const variableOf = (option: string) =>
  `OAUTH2_PROXY_${option.toUpperCase().replace(/-/g, '_')}${OPTIONS[option][0] === 'list' ? 'S' : ''}`;

const FORMS: Readonly<Record<Kind, RegExp>> = {
  text: /./,
  flag: /^(true|false)$/,
  duration: /^\d+s$/,
  list: /^[^,]+(,[^,]+)*$/,
  address: /^[\d.]+:\d+$/,
};

const rendered = (): Record<string, string | undefined> => {
  const stack = newStack();
  const variables: Record<string, EnvValue> = {
    ...proxyEnvironment.of({
      host: 'shop.example.com',
      signIn: issuer(stack),
      secret: AppSecret.fromSecretName('proxy'),
      sessionLifetime: 28800,
      sessionRefresh: 900,
      requestTimeout: 60,
    }),
    ...proxyEnvironment.upstreams(['http://shop.abc.svc.cluster.local/', 'http://api/api/']),
    ...proxyEnvironment.allowed(['readers', 'editors'], ['example.com']),
    ...proxyEnvironment.open(['/about', '/public/*']),
  };
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value._toTerraform(name).value]),
  );
};

test('every variable is a documented option under its documented name', () => {
  expect(Object.keys(rendered()).sort()).toEqual(Object.keys(OPTIONS).map(variableOf).sort());
});

test('every value has the form of its option, and secrets have none', () => {
  const values = rendered();
  for (const [option, [kind]] of Object.entries(OPTIONS)) {
    const value = values[variableOf(option)];
    if (option.endsWith('-secret')) expect([option, value]).toEqual([option, undefined]);
    else expect([option, value]).toEqual([option, expect.stringMatching(FORMS[kind])]);
  }
});

test('where the default of the proxy is not what is wanted, another value is rendered', () => {
  const values = rendered();
  const differing = Object.entries(OPTIONS)
    .filter(([option, [kind, silent]]) => kind === 'flag' && values[variableOf(option)] !== silent)
    .map(([option]) => option);
  expect(differing).toEqual([
    'insecure-oidc-skip-nonce',
    'pass-basic-auth',
    'pass-host-header',
    'silence-ping-logging',
    'skip-provider-button',
  ]);
});

test('the cookie is one that browsers bind to the host, send by HTTPS only and hide from scripts', () => {
  expect(rendered()).toMatchObject({
    OAUTH2_PROXY_COOKIE_NAME: '__Host-session',
    OAUTH2_PROXY_COOKIE_PATH: '/',
    OAUTH2_PROXY_COOKIE_SECURE: 'true',
    OAUTH2_PROXY_COOKIE_HTTPONLY: 'true',
    OAUTH2_PROXY_COOKIE_SAMESITE: 'lax',
  });
  // a domain would take the prefix its meaning.
  expect(rendered()).not.toHaveProperty('OAUTH2_PROXY_COOKIE_DOMAINS');
});

test('nobody is let in by silence: without domains, a group is asked for', () => {
  const groups = proxyEnvironment.allowed(['readers'], []);
  expect(Object.keys(groups)).toEqual([
    'OAUTH2_PROXY_EMAIL_DOMAINS',
    'OAUTH2_PROXY_ALLOWED_GROUPS',
  ]);
});

test.each([
  ['/about', '/about', true],
  ['/about', '/about/', false],
  ['/about', '/aboutus', false],
  ['/a.css', '/abcss', false],
  ['/public/*', '/public/a/b.css', true],
  ['/public/*', '/public', true],
  ['/public/*', '/publicity', false],
  ['/public/*', '/public/../admin', false],
  ['/public/*', '/public/..', false],
  ['/public/*', '/public//admin', false],
  ['/public/*', '/public/.git', false],
  ['/public/*', '/x/public/a', false],
])('of paths that are open by %s, %s is one: %s', (open, path, is) => {
  const [variable] = Object.values(proxyEnvironment.open([open]));
  const [route] = variable._toTerraform('x').value!.split(',');
  const [method, expression] = route.split('=');
  expect([method, new RegExp(expression).test(path)]).toEqual(['GET', is]);
});
