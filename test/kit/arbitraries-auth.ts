/** Props of tenants, applications, roles and proxies as their types allow them, right and wrong. */
import * as fc from 'fast-check';
import { AppIdApplicationProps } from '../../lib/constructs/auth/app-id-application';
import { AppIdRoleProps } from '../../lib/constructs/auth/app-id-role';
import { AppIdTenantProps } from '../../lib/constructs/auth/app-id-tenant';
import { AuthProxyProps } from '../../lib/constructs/auth/auth-proxy';
import { IdentityProvider } from '../../lib/constructs/auth/identity-provider';
import { APP_ID_LIMITS, ClaimSource } from '../../lib/facts/app-id';
import { SERVICE_CATALOGUE } from '../../lib/facts/service-instances';
import { RESOURCE_GROUP_ID, waiver } from './samples';
import { CALLBACK, PUBLIC_KEY, TENANT_ID } from './samples-auth';

const isPlain = (it: string) => !/[$%]\{/.test(it);
const text = fc.string({ maxLength: 20 }).filter(isPlain);
const some = <T extends object>(members: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 25, arbitrary: usual }, { weight: 1, arbitrary: odd });
const number = ({ least, most }: { readonly least: number; readonly most: number }, safe = most) =>
  rarely(
    fc.integer({ min: least, max: safe }),
    fc.constantFrom(least - 1, most, most + 1, -1, 1.5, NaN),
  );
const name = rarely(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/), text);
const names = fc.array(name, { maxLength: 3 });
const isWaived = rarely(fc.constant(undefined), fc.constant(waiver()));
const flag = (usual: boolean) => rarely(fc.constant(usual), fc.constant(!usual));
const url = rarely(
  fc.constantFrom(CALLBACK, 'https://api.example.com/x', 'https://b.example.com:8443/'),
  fc.oneof(text, fc.constantFrom('http://a.example.com/', 'https://*.example.com/')),
);

const instance: fc.Arbitrary<Partial<AppIdTenantProps>> = fc.oneof(
  fc.record({
    resourceGroupId: rarely(fc.constant(RESOURCE_GROUP_ID), text),
    region: rarely(fc.constantFrom(...SERVICE_CATALOGUE.appid.regions), text),
    instanceName: name,
  }),
  fc.record({ tenantId: rarely(fc.constant(TENANT_ID), text) }),
);

export const tenantProps: fc.Arbitrary<AppIdTenantProps> = fc
  .tuple(
    instance,
    some<Omit<AppIdTenantProps, 'tenantId' | 'resourceGroupId' | 'region' | 'instanceName'>>({
      redirectUrls: fc.array(url, { maxLength: 3 }),
      cloudDirectory: flag(true),
      identityProviders: fc.array(
        rarely(
          fc.constant(PUBLIC_KEY).map((it) => IdentityProvider.custom(it)),
          fc.constant('custom' as unknown as IdentityProvider),
        ),
        { maxLength: 1 },
      ),
      selfSignUp: flag(false),
      selfService: flag(false),
      anonymousUsers: flag(false),
      secondFactor: flag(true),
      passwords: some({
        minLength: number(APP_ID_LIMITS.minLength),
        expiresAfterDays: number(APP_ID_LIMITS.expiresAfterDays),
        attempts: number(APP_ID_LIMITS.attempts),
      }),
      accessTokenLifetime: number(APP_ID_LIMITS.accessTokenLifetime, 3600),
      refreshTokens: fc.boolean(),
      refreshTokenLifetime: number(APP_ID_LIMITS.refreshTokenLifetime, 2592000),
      claims: fc.dictionary(name, fc.record({ source: fc.constantFrom(...sources()) }), {
        maxKeys: 2,
      }),
      deletionProtection: flag(true),
      waivers: some({ selfSignUp: isWaived, secondFactor: isWaived, longTokens: isWaived }),
    }),
  )
  .map(([of, props]) => ({ ...of, ...props }));

function sources(): ClaimSource[] {
  return Object.values(ClaimSource);
}

export const applicationProps = some<Omit<AppIdApplicationProps, 'tenant'>>({
  applicationName: name,
  scopes: names,
  deletionProtection: fc.boolean(),
});

export const roleProps = fc.record(
  { scopes: names, roleName: name, description: text },
  { requiredKeys: ['scopes'] },
) as fc.Arbitrary<Omit<AppIdRoleProps, 'application'>>;

export const proxySpecs = fc.record({
  props: some<Pick<AuthProxyProps, 'host' | 'sessionLifetime' | 'sessionRefresh'>>({
    host: rarely(fc.constantFrom('shop.example.com', 'a.b.example.com'), text),
    sessionLifetime: number({ least: 900, most: 604800 }),
    sessionRefresh: number({ least: 60, most: 900 }),
  }),
  path: rarely(fc.constantFrom('/', '/api/', '/a/b.c/'), text),
  groups: fc.array(
    rarely(
      name,
      text.map((it) => `${it},`),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  domains: fc.array(rarely(fc.constantFrom('example.com', 'a.example.org'), text), {
    maxLength: 2,
  }),
  open: fc.array(rarely(fc.constantFrom('/about', '/public/*', '/a/b.css'), text), {
    maxLength: 2,
  }),
});
