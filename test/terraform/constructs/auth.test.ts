/** Tenants, their applications and roles, and proxies before apps, through real Terraform. */
import { AppIdApplication } from '../../../lib/constructs/auth/app-id-application';
import { AppIdRole } from '../../../lib/constructs/auth/app-id-role';
import { AppIdTenant } from '../../../lib/constructs/auth/app-id-tenant';
import { IdentityProvider } from '../../../lib/constructs/auth/identity-provider';
import { SignIn } from '../../../lib/constructs/auth/sign-in';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { ClaimSource } from '../../../lib/facts/app-id';
import { takesThroughLife } from '../../kit/life';
import { project, waiver } from '../../kit/samples';
import {
  CERTIFICATE,
  PUBLIC_KEY,
  TENANT_ID,
  appIn,
  application,
  proxy,
  tenant,
} from '../../kit/samples-auth';

const everything = {
  selfSignUp: waiver(),
  selfService: waiver(),
  anonymousUsers: waiver(),
  secondFactor: waiver(),
  longTokens: waiver(),
  deletionProtection: waiver(),
};

takesThroughLife({
  'a minimal AppIdTenant': (stack) => void tenant(stack),
  'a full AppIdTenant that gives up all it can, over an instance that there is': (stack) =>
    void new AppIdTenant(stack, 'users', {
      tenantId: TENANT_ID,
      redirectUrls: ['https://shop.example.com/oauth2/callback', 'https://api.example.com/x'],
      identityProviders: [
        IdentityProvider.custom(PUBLIC_KEY),
        IdentityProvider.saml({
          entityId: 'urn:example:idp',
          signInUrl: 'https://login.example.com/saml',
          certificates: [CERTIFICATE],
          displayName: 'Staff',
          signRequests: false,
          waivers: { plainMessages: waiver() },
        }),
      ],
      selfSignUp: true,
      selfService: true,
      anonymousUsers: true,
      secondFactor: false,
      passwords: { minLength: 20, remembered: 10, hoursBetweenChanges: 0 },
      accessTokenLifetime: 7200,
      refreshTokens: false,
      claims: { groups: { source: ClaimSource.SAML } },
      deletionProtection: false,
      waivers: everything,
    }),
  'a minimal AppIdApplication of a tenant that is settled elsewhere': (stack) =>
    void new AppIdApplication(stack, 'web', {
      tenant: AppIdTenant.fromTenantId(stack, 'users', { tenantId: TENANT_ID }),
    }),
  'a full AppIdApplication with a role': (stack) => {
    const web = application(stack);
    new AppIdRole(stack, 'reader', { application: web, scopes: ['read'] });
    new AppIdRole(stack, 'editor', {
      application: web,
      scopes: ['read'],
      roleName: 'shop.editor',
      description: 'who may write',
    });
  },
  'a minimal AuthProxy of another issuer': (stack) => {
    const it = proxy(stack);
    it.protect(appIn(stack));
    it.allowGroup('readers');
  },
  'a full AuthProxy of a tenant, before two apps': (stack) => {
    const of = project(stack);
    const web = application(stack);
    const it = proxy(stack, {
      project: of,
      signIn: SignIn.appId(web),
      sessionLifetime: 3600,
      sessionRefresh: 300,
      appOptions: { minInstances: 2, environment: { TZ: EnvValue.literal('UTC') } },
    });
    it.protect(appIn(stack, of));
    it.protect(appIn(stack, of, 'api'), '/api/');
    it.allowRole(new AppIdRole(stack, 'reader', { application: web, scopes: ['read'] }));
    it.allowEmailDomain('example.com');
    it.allowAnonymous(['/about', '/public/*'], waiver());
  },
  'an AuthProxy that lets everybody of a tenant in': (stack) => {
    const it = proxy(stack, { signIn: SignIn.appId(application(stack)) });
    it.protect(appIn(stack));
    it.allowAnyUser();
  },
  'an AuthProxy that lets everybody in whom an issuer vouches for': (stack) => {
    const it = proxy(stack);
    it.protect(appIn(stack));
    it.allowAnyUser(waiver());
  },
});
