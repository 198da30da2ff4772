import { Annotations, TerraformStack } from 'cdktf';
import { AppIdRole } from '../../../lib/constructs/auth/app-id-role';
import { AuthProxy, AuthProxyProps } from '../../../lib/constructs/auth/auth-proxy';
import { SignIn } from '../../../lib/constructs/auth/sign-in';
import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { EdgeFirewall } from '../../../lib/constructs/edge/edge-firewall';
import { EdgeTls } from '../../../lib/constructs/edge/edge-tls';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { Waiver } from '../../../lib/constructs/waiver';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { PROJECT } from '../../kit/judged';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver, zone } from '../../kit/samples';
import { appIn, application, proxy, tenant, variablesIn } from '../../kit/samples-auth';
import { newStack, synthesize } from '../../kit/synth';

const APP = 'ibm_code_engine_app';

/** The proxy as it is rendered. */
const rendered = (define: (stack: TerraformStack) => void) => {
  const { all } = synthesize(define);
  return all(APP).find(({ name }) => name === 'proxy-app')!;
};
const guarding = (stack: TerraformStack, props: Partial<AuthProxyProps> = {}): AuthProxy => {
  const it = proxy(stack, props);
  it.protect(appIn(stack));
  return it;
};
const ofTenant = (stack: TerraformStack) =>
  guarding(stack, { signIn: SignIn.appId(application(stack)) });

test('a proxy renders its defaults: reached by its project alone, always there, secrets by reference', () => {
  const app = rendered((stack) => guarding(stack).allowGroup('readers'));
  expect(app).toMatchObject({
    image_port: 4180,
    managed_domain_mappings: 'local',
    scale_min_instances: 1,
    run_as_user: 1001,
    run_service_account: 'none',
    probe_readiness: { type: 'http', path: '/ready', port: 4180 },
    probe_liveness: { type: 'http', path: '/ping', port: 4180 },
  });
  expect(variablesIn(app)).toMatchObject({
    OAUTH2_PROXY_PROVIDER: 'oidc',
    OAUTH2_PROXY_OIDC_ISSUER_URL: 'https://login.example.com',
    OAUTH2_PROXY_REDIRECT_URL: 'https://shop.example.com/oauth2/callback',
    OAUTH2_PROXY_CLIENT_SECRET: 'key CLIENT_SECRET',
    OAUTH2_PROXY_COOKIE_SECRET: 'key COOKIE_SECRET',
    OAUTH2_PROXY_COOKIE_EXPIRE: '28800s',
    OAUTH2_PROXY_COOKIE_REFRESH: '900s',
    OAUTH2_PROXY_EMAIL_DOMAINS: '*',
    OAUTH2_PROXY_ALLOWED_GROUPS: 'readers',
    OAUTH2_PROXY_UPSTREAMS: expect.stringMatching(
      /^\$\{ibm_code_engine_app\.shop_\w+\.endpoint_internal\}\/$/,
    ),
  });
});

test('a proxy renders every prop', () => {
  const app = rendered((stack) => {
    const it = guarding(stack, {
      sessionLifetime: 3600,
      sessionRefresh: 300,
      appOptions: {
        minInstances: 2,
        requestTimeout: 120,
        environment: { TZ: EnvValue.literal('UTC') },
      },
    });
    it.protect(appIn(stack, PROJECT, 'api'), '/api/');
    it.allowEmailDomain('example.com');
    it.allowAnonymous(['/about'], waiver());
    it.allowAnonymous(['/public/*'], waiver());
  });
  expect(app).toMatchObject({
    scale_min_instances: 2,
    scale_request_timeout: 120,
  });
  expect(variablesIn(app)).toMatchObject({
    TZ: 'UTC',
    OAUTH2_PROXY_COOKIE_EXPIRE: '3600s',
    OAUTH2_PROXY_COOKIE_REFRESH: '300s',
    OAUTH2_PROXY_UPSTREAM_TIMEOUT: '120s',
    OAUTH2_PROXY_UPSTREAMS: expect.stringMatching(
      /endpoint_internal\}\/,.*endpoint_internal\}\/api\/$/,
    ),
    OAUTH2_PROXY_EMAIL_DOMAINS: 'example.com',
    OAUTH2_PROXY_SKIP_AUTH_ROUTES: expect.stringMatching(/^GET=\^\/about\$,HEAD=.*,GET=\^\/public/),
  });
  expect(variablesIn(app)).not.toHaveProperty('OAUTH2_PROXY_ALLOWED_GROUPS');
});

test('what is given up stands beside the proxy, with who answers for it', () => {
  const stack = newStack();
  const it = guarding(stack, { appOptions: { runAsUser: 0, waivers: { rootUser: waiver() } } });
  it.allowAnyUser(waiver());
  it.allowAnonymous(['/about'], waiver());
  const json = stack.toTerraform() as any;
  const apps = Object.values(json.resource[APP]) as any[];
  expect(apps.find(({ name }) => name === 'proxy-app')['//'].waivers).toEqual([
    recorded('workloads/not-root'),
    recorded('auth/proxy-names-who-enters'),
    recorded('auth/proxy-asks-everyone'),
  ]);
});

test('people of a tenant are let in by role, or all of them where no stranger is one', () => {
  const byRole = rendered((stack) => {
    const app = application(stack);
    const it = guarding(stack, { signIn: SignIn.appId(app) });
    it.allowRole(new AppIdRole(stack, 'reader', { application: app, scopes: ['read'] }));
  });
  expect(variablesIn(byRole)).toMatchObject({
    OAUTH2_PROXY_OIDC_GROUPS_CLAIM: 'roles',
    OAUTH2_PROXY_ALLOWED_GROUPS: expect.stringMatching(/^\$\{ibm_appid_role\.reader_\w+\.name\}$/),
  });
  const everybody = rendered((stack) => ofTenant(stack).allowAnyUser());
  expect(variablesIn(everybody).OAUTH2_PROXY_EMAIL_DOMAINS).toBe('*');
});

test.each<[string, Partial<AuthProxyProps>]>([
  ['project', { project: undefined }],
  ['image', { image: {} as Image }],
  ['host', { host: undefined }],
  ['host', { host: '*.example.com' }],
  ['signIn', { signIn: {} as SignIn }],
  ['cookieSecret', { cookieSecret: 'secret' as unknown as SecretValue }],
  ['sessionLifetime', { sessionLifetime: 60, sessionRefresh: 60 }],
  ['sessionRefresh', { sessionRefresh: 1 }],
  ['sessionRefresh', { sessionLifetime: 300 }],
  ['appOptions.port', { appOptions: { port: 8080 } }],
  [
    'appOptions.environment.OAUTH2_PROXY_EMAIL_DOMAINS',
    { appOptions: { environment: { OAUTH2_PROXY_EMAIL_DOMAINS: EnvValue.literal('*') } } },
  ],
])('a proxy is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => proxy(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

const foreignRole = (stack: TerraformStack) =>
  new AppIdRole(stack, 'reader', {
    application: application(stack, tenant(stack, {})),
    scopes: ['read'],
  });

test.each<[string, (it: AuthProxy, stack: TerraformStack) => void]>([
  ['path', (it, stack) => it.protect(appIn(stack, PROJECT, 'api'), 'api')],
  ['path', (it, stack) => it.protect(appIn(stack, PROJECT, 'api'))],
  ['app', (it) => it.protect(it.app, '/api/')],
  ['group', (it) => it.allowGroup('a,b')],
  ['domain', (it) => it.allowEmailDomain('*')],
  ['role', (it, stack) => it.allowRole(foreignRole(stack))],
  ['waiver', (it) => it.allowAnyUser()],
  ['paths', (it) => it.allowAnonymous([], waiver())],
  ['paths', (it) => it.allowAnonymous(['/about'], undefined as unknown as Waiver)],
  ['paths.0', (it) => it.allowAnonymous(['/'], waiver())],
  ['paths.0', (it) => it.allowAnonymous(['/*'], waiver())],
  ['paths.0', (it) => it.allowAnonymous(['/a/../b'], waiver())],
])('a proxy refuses what would open more than is meant, as for its %s', (prop, call) => {
  const stack = newStack();
  const it = guarding(stack);
  expect(refusalOf(() => call(it, stack))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a waiver for a tenant that no stranger enters is one too many', () => {
  const refusal = refusalOf(() => ofTenant(newStack()).allowAnyUser(waiver()));
  expect(refusal).toEqual([expect.stringMatching(/^waiver: got a waiver, expected none/)]);
});

test('everybody is let in, or some, but not both', () => {
  const some = ofTenant(newStack());
  some.allowGroup('readers');
  expect(refusalOf(() => some.allowAnyUser())[0]).toMatch(/^allowAnyUser: got groups or domains/);
  const all = ofTenant(newStack());
  all.allowAnyUser();
  expect(refusalOf(() => all.allowGroup('readers'))[0]).toMatch(/^allowAnyUser: got groups/);
});

test('a proxy that protects nothing, or lets nobody in, is refused when it is synthesized', () => {
  expect(proxy(newStack()).node.validate()).toEqual([
    'protect: got no app, expected at least one call',
    expect.stringMatching(/^allow: got nobody, expected a call of allowGroup/),
  ]);
});

test('an app that gets a host of its own after it was protected is refused', () => {
  const stack = newStack();
  const it = proxy(stack);
  const app = appIn(stack);
  it.protect(app);
  it.allowGroup('readers');
  expect(it.node.validate()).toEqual([]);
  const of = zone(stack);
  new EdgeTls(stack, 'tls', { zone: of });
  new EdgeFirewall(stack, 'firewall', { zone: of });
  const origins = { main: { workload: app, tlsSecret: AppSecret.fromSecretName('tls') } };
  new CisProtectedDomain(stack, 'domain', { zone: of, host: 'shop.example.com', origins });
  expect(it.node.validate()).toEqual([
    expect.stringMatching(/shop: got an app that shop\.example\.com is mapped to/),
  ]);
});

test('a program is warned of workloads that reach the app without signing in, by their names', () => {
  const stack = newStack();
  const addWarning = jest.fn();
  jest.spyOn(Annotations, 'of').mockReturnValue({ addWarning } as unknown as Annotations);
  const it = guarding(stack);
  it.allowGroup('readers');
  it.node.validate();
  expect(addWarning).not.toHaveBeenCalled();
  appIn(stack, PROJECT, 'cart');
  it.node.validate();
  jest.restoreAllMocks();
  expect(addWarning.mock.calls).toEqual([
    [expect.stringMatching(/^project: 'test\/cart' can call the protected app without signing in/)],
  ]);
});

test('a proxy hands out where people come, sign in and end', () => {
  const it = proxy(newStack());
  expect(it).toMatchObject({
    url: 'https://shop.example.com',
    loginUrl: 'https://shop.example.com/oauth2/sign_in',
    callbackUrl: 'https://shop.example.com/oauth2/callback',
  });
  expect(it.app.componentType).toBe('application');
});
