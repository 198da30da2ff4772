import { TerraformStack } from 'cdktf';
import {
  AppIdTenant,
  AppIdTenantProps,
  ExistingTenantOptions,
} from '../../../lib/constructs/auth/app-id-tenant';
import { IdentityProvider } from '../../../lib/constructs/auth/identity-provider';
import { ClaimSource } from '../../../lib/facts/app-id';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { CALLBACK, PUBLIC_KEY, TENANT_ID, tenant } from '../../kit/samples-auth';
import { newStack, renderedValues, synthesize } from '../../kit/synth';
import { expectTrap } from '../../kit/traps';

const SETTINGS = [
  ...['ibm_appid_apm', 'ibm_appid_audit_status', 'ibm_appid_idp_cloud_directory'],
  ...['ibm_appid_idp_facebook', 'ibm_appid_idp_google', 'ibm_appid_mfa', 'ibm_appid_mfa_channel'],
  ...['ibm_appid_password_regex', 'ibm_appid_redirect_urls', 'ibm_appid_token_config'],
];
const existing = { resourceGroupId: undefined, region: undefined, tenantId: TENANT_ID };
const common = {
  tenant_id: expect.stringMatching(/^\$\{ibm_resource_instance\.users_\w+\.guid\}$/),
  lifecycle: { prevent_destroy: true },
};

test('a tenant renders its defaults: closed, with a second factor, and everything written out', () => {
  const { types, only } = synthesize((stack) => tenant(stack));
  expect(types).toEqual([...SETTINGS, 'ibm_resource_instance']);
  expect(only('ibm_resource_instance')).toMatchObject({
    service: 'appid',
    plan: 'graduated-tier',
    location: 'eu-de',
    lifecycle: { prevent_destroy: true },
  });
  expect(only('ibm_appid_idp_cloud_directory')).toEqual({
    ...common,
    is_active: true,
    self_service_enabled: false,
    signup_enabled: false,
    identity_field: 'email',
    identity_confirm_access_mode: 'FULL',
    identity_confirm_methods: ['email'],
    reset_password_enabled: true,
    reset_password_notification_enabled: true,
    welcome_enabled: true,
  });
  expect(only('ibm_appid_token_config')).toEqual({
    ...common,
    access_token_expires_in: 3600,
    anonymous_access_enabled: false,
    anonymous_token_expires_in: 2592000,
    refresh_token_enabled: true,
    refresh_token_expires_in: 86400,
    access_token_claim: [{ source: 'roles', destination_claim: 'roles' }],
    id_token_claim: [{ source: 'roles', destination_claim: 'roles' }],
  });
  expect(only('ibm_appid_mfa')).toEqual({ ...common, is_active: true });
  expect(only('ibm_appid_mfa_channel')).toEqual({ ...common, active: 'email' });
  expect(only('ibm_appid_audit_status')).toEqual({ ...common, is_active: true });
  expect(only('ibm_appid_redirect_urls')).toMatchObject({ ...common, urls: [CALLBACK] });
});

test('of Google and Facebook, with which a new tenant begins, none is left on', () => {
  expectTrap('app-id/new-tenant-lets-trial-providers-in');
  const { only } = synthesize((stack) => tenant(stack));
  for (const type of ['ibm_appid_idp_google', 'ibm_appid_idp_facebook']) {
    expect(only(type)).toEqual({
      tenant_id: common.tenant_id,
      is_active: false,
      lifecycle: { prevent_destroy: true, ignore_changes: ['config'] },
    });
  }
});

test('a tenant renders every prop', () => {
  const { types, only } = synthesize((stack) =>
    tenant(stack, {
      ...existing,
      cloudDirectory: false,
      identityProviders: [IdentityProvider.custom(PUBLIC_KEY)],
      redirectUrls: ['https://b.example.com/x', 'https://a.example.com/x'],
      selfSignUp: true,
      selfService: true,
      anonymousUsers: true,
      secondFactor: false,
      passwords: { minLength: 20, attempts: 3 },
      accessTokenLifetime: 7200,
      refreshTokens: false,
      refreshTokenLifetime: 172800,
      claims: { groups: { source: ClaimSource.CUSTOM, sourceClaim: 'teams' } },
      deletionProtection: false,
      waivers: {
        selfSignUp: waiver(),
        selfService: waiver(),
        anonymousUsers: waiver(),
        secondFactor: waiver(),
        longTokens: waiver(),
        deletionProtection: waiver(),
      },
    }),
  );
  expect(types).toEqual([...SETTINGS, 'ibm_appid_idp_custom'].sort());
  expect(only('ibm_appid_idp_cloud_directory')).toMatchObject({
    tenant_id: TENANT_ID,
    is_active: false,
    signup_enabled: true,
    self_service_enabled: true,
    lifecycle: { prevent_destroy: false },
    waivers: [
      recorded('auth/no-self-sign-up'),
      recorded('auth/no-self-service'),
      recorded('auth/tenant-protected'),
    ],
  });
  expect(only('ibm_appid_token_config')).toMatchObject({
    access_token_expires_in: 7200,
    anonymous_access_enabled: true,
    refresh_token_enabled: false,
    refresh_token_expires_in: 172800,
    id_token_claim: [
      { source: 'appid_custom', source_claim: 'teams', destination_claim: 'groups' },
      { source: 'roles', destination_claim: 'roles' },
    ],
  });
  expect(only('ibm_appid_mfa')).toMatchObject({
    is_active: false,
    waivers: [recorded('auth/second-factor'), recorded('auth/tenant-protected')],
  });
  expect(only('ibm_appid_redirect_urls').urls).toEqual([
    'https://a.example.com/x',
    'https://b.example.com/x',
  ]);
});

test.each<[string, Partial<AppIdTenantProps>]>([
  ['resourceGroupId', { resourceGroupId: undefined }],
  ['region', { region: 'frankfurt' }],
  ['instanceName', { instanceName: 'a/b' }],
  ['tenantId', { ...existing, tenantId: 'users' }],
  ['region', { ...existing, region: 'eu-de' }],
  ['redirectUrls.0', { redirectUrls: ['http://shop.example.com/x'] }],
  ['redirectUrls.0', { redirectUrls: ['https://*.example.com/x'] }],
  ['identityProviders.0', { identityProviders: ['saml' as unknown as IdentityProvider] }],
  ['cloudDirectory', { cloudDirectory: false }],
  ['passwords.minLength', { passwords: { minLength: 4 } }],
  ['accessTokenLifetime', { accessTokenLifetime: 60 }],
  ['accessTokenLifetime', { accessTokenLifetime: 86400 }],
  ['refreshTokenLifetime', { refreshTokenLifetime: 3600 }],
  ['refreshTokenLifetime', { refreshTokenLifetime: 7776000 }],
  ['claims\\["a b"\\]', { claims: { 'a b': { source: ClaimSource.SAML } } }],
  ['claims.roles', { claims: { roles: { source: ClaimSource.SAML } } }],
  ['claims.a.source', { claims: { a: { source: 'ldap' as ClaimSource } } }],
  ['selfSignUp', { selfSignUp: true }],
  ['selfService', { selfService: true }],
  ['anonymousUsers', { anonymousUsers: true }],
  ['secondFactor', { secondFactor: false }],
  ['deletionProtection', { deletionProtection: false }],
  ['waivers.selfSignUp', { waivers: { selfSignUp: waiver() } }],
  ['waivers.longTokens', { waivers: { longTokens: waiver() } }],
])('a tenant is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => tenant(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a tenant is refused for a second provider of one kind', () => {
  const identityProviders = [PUBLIC_KEY, PUBLIC_KEY].map((it) => IdentityProvider.custom(it));
  expect(refusalOf(() => tenant(newStack(), { identityProviders }))).toEqual([
    expect.stringMatching(/^identityProviders\.1: got a second provider of its kind/),
  ]);
});

test('a tenant without an address at which a sign-in ends is refused when it is synthesized', () => {
  expectTrap('app-id/empty-redirect-urls-pass');
  const it = tenant(newStack(), { redirectUrls: [] });
  expect(it.node.findChild('RedirectUrls').node.validate()).toEqual([
    expect.stringMatching(/^redirectUrls: got none, expected at least one address/),
  ]);
});

test('addresses are added once each, and have to be exact', () => {
  expectTrap('app-id/redirect-url-scheme-and-wildcards-are-unchecked');
  const { only } = synthesize((stack) => {
    const it = tenant(stack);
    for (const url of ['https://a.example.com/x', CALLBACK]) it.addRedirectUrl(url);
  });
  expect(only('ibm_appid_redirect_urls').urls).toEqual(['https://a.example.com/x', CALLBACK]);
  for (const url of ['https://*.example.com/', 'http://a.example.com/', undefined]) {
    expect(refusalOf(() => tenant(newStack()).addRedirectUrl(url as string))[0]).toMatch(/^url: /);
  }
});

test('a tenant hands out its id', () => {
  const made = (stack: TerraformStack) => ({ tenantId: tenant(stack).tenantId });
  expect(renderedValues(made)).toEqual({ tenantId: common.tenant_id });
  expect(tenant(newStack(), existing).tenantId).toBe(TENANT_ID);
});

test('a tenant that is settled elsewhere is known by its id, and renders nothing', () => {
  const of = (stack: TerraformStack, options: Partial<ExistingTenantOptions> = {}) =>
    AppIdTenant.fromTenantId(stack, 'users', { tenantId: TENANT_ID, ...options });
  expect(of(newStack()).tenantId).toBe(TENANT_ID);
  expect(synthesize((stack) => of(stack)).types).toEqual([]);
  for (const tenantId of [undefined, 'users']) {
    const refusal = refusalOf(() => of(newStack(), { tenantId: tenantId as string }));
    expect(refusal).toEqual([expect.stringMatching(/^tenantId: got /)]);
  }
});

test('a tenant over an instance that there is makes none', () => {
  expect(synthesize((stack) => tenant(stack, existing)).types).toEqual(SETTINGS);
});
