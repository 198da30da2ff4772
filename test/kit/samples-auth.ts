/** A tenant, an application and a proxy, for tests of what stands around them. */
import { TerraformStack } from 'cdktf';
import { AppIdApplication } from '../../lib/constructs/auth/app-id-application';
import { AppIdTenant, AppIdTenantProps } from '../../lib/constructs/auth/app-id-tenant';
import { AuthProxy, AuthProxyProps } from '../../lib/constructs/auth/auth-proxy';
import { SignIn } from '../../lib/constructs/auth/sign-in';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { ICodeEngineProject } from '../../lib/constructs/workloads/code-engine-project';
import { SecureApp, SecureAppOptions } from '../../lib/constructs/workloads/secure-app';
import { PROJECT } from './judged';
import { RESOURCE_GROUP_ID, image } from './samples';

export const TENANT_ID = '33333333-89ab-cdef-0123-456789abcdef';
export const CALLBACK = 'https://shop.example.com/oauth2/callback';
export const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
export const PUBLIC_KEY = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';

/** A tenant that is made, with one address of its own. */
export const tenant = (stack: TerraformStack, props: Partial<AppIdTenantProps> = {}) =>
  new AppIdTenant(stack, 'users', {
    ...{ resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de', redirectUrls: [CALLBACK] },
    ...props,
  });

export const application = (stack: TerraformStack, of = tenant(stack)) =>
  new AppIdApplication(stack, 'web', { tenant: of, scopes: ['read'] });

/** Another issuer, which renders nothing of its own. */
export const issuer = (stack: TerraformStack) =>
  SignIn.oidc({
    issuerUrl: 'https://login.example.com',
    clientId: 'shop',
    clientSecret: SecretValue.fromVariable(stack, 'client_secret'),
  });

/** A proxy that stands in front of nothing yet. */
export const proxy = (stack: TerraformStack, props: Partial<AuthProxyProps> = {}) =>
  new AuthProxy(stack, 'proxy', {
    project: PROJECT,
    image: image(),
    host: 'shop.example.com',
    signIn: issuer(stack),
    cookieSecret: SecretValue.fromVariable(stack, 'cookie_secret'),
    ...props,
  });

/** An app that may be protected. */
export const appIn = (
  stack: TerraformStack,
  project: ICodeEngineProject = PROJECT,
  id = 'shop',
  options: SecureAppOptions = {},
) => new SecureApp(stack, id, { project, image: image(), ...options });

/** Variables of an app, by their names. */
export const variablesIn = (app: { readonly run_env_variables?: readonly any[] }) =>
  Object.fromEntries(
    (app.run_env_variables ?? []).map(({ name, value, key }) => [name, value ?? `key ${key}`]),
  ) as Record<string, string>;
