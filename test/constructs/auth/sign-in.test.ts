import { AppIdApplication } from '../../../lib/constructs/auth/app-id-application';
import { AppIdTenant } from '../../../lib/constructs/auth/app-id-tenant';
import { OidcSignInOptions, SignIn } from '../../../lib/constructs/auth/sign-in';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { refusalOf } from '../../kit/refusal';
import { waiver } from '../../kit/samples';
import { CALLBACK, TENANT_ID, application, issuer, tenant } from '../../kit/samples-auth';
import { newStack, synthesize } from '../../kit/synth';

const oidc = (options: Partial<OidcSignInOptions> = {}) =>
  SignIn.oidc({
    issuerUrl: 'https://login.example.com/',
    clientId: 'shop',
    clientSecret: SecretValue.fromVariable(newStack(), 'client_secret'),
    ...options,
  });

test('another issuer is asked for who somebody is and for groups', () => {
  expect(oidc()._config).toMatchObject({
    groupsClaim: 'groups',
    scopes: ['openid', 'email', 'profile'],
  });
});

test.each<[string, Partial<OidcSignInOptions>]>([
  ['issuerUrl', { issuerUrl: undefined }],
  ['issuerUrl', { issuerUrl: 'http://login.example.com' }],
  ['clientId', { clientId: undefined }],
  ['clientSecret', { clientSecret: 'secret' as unknown as SecretValue }],
  ['groupsClaim', { groupsClaim: 'a b' }],
  ['scopes', { scopes: ['email'] }],
  ['scopes.1', { scopes: ['openid', 'a b'] }],
])('another issuer is refused for its %s when it is %j', (prop, options) => {
  expect(refusalOf(() => oidc(options))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('people of App ID are let in by their roles, and the tenant learns where a sign-in ends', () => {
  const { only } = synthesize((stack) => {
    const signIn = SignIn.appId(application(stack, tenant(stack, { redirectUrls: [] })));
    expect(signIn._config.groupsClaim).toBe('roles');
    signIn._endsAt(CALLBACK);
  });
  expect(only('ibm_appid_redirect_urls').urls).toEqual([CALLBACK]);
  expect(refusalOf(() => SignIn.appId({} as AppIdApplication))).toHaveLength(1);
});

test('only a tenant that is made here and takes no strangers is known to be closed', () => {
  const stack = newStack();
  const open = tenant(newStack(), { selfSignUp: true, waivers: { selfSignUp: waiver() } });
  const elsewhere = AppIdTenant.fromTenantId(stack, 'other', { tenantId: TENANT_ID });
  const closed = [
    SignIn.appId(application(stack)),
    SignIn.appId(application(newStack(), open)),
    SignIn.appId(new AppIdApplication(stack, 'foreign', { tenant: elsewhere })),
    issuer(stack),
  ].map(({ _isClosed }) => _isClosed);
  expect(closed).toEqual([true, false, false, false]);
});

test('an issuer that is somebody else’s is told by hand where a sign-in ends', () => {
  expect(() => oidc()._endsAt(CALLBACK)).not.toThrow();
});
