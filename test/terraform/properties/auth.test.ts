import { TerraformStack } from 'cdktf';
import { AppIdApplication } from '../../../lib/constructs/auth/app-id-application';
import { AppIdRole } from '../../../lib/constructs/auth/app-id-role';
import { AppIdTenant } from '../../../lib/constructs/auth/app-id-tenant';
import { AuthProxy } from '../../../lib/constructs/auth/auth-proxy';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import * as arbitraries from '../../kit/arbitraries-auth';
import { PROJECT, judges } from '../../kit/judged';
import { image, waiver } from '../../kit/samples';
import { TENANT_ID, appIn, issuer } from '../../kit/samples-auth';

const tenantOf = (stack: TerraformStack, id: string) =>
  AppIdTenant.fromTenantId(stack, `${id}-tenant`, { tenantId: TENANT_ID });

judges([
  [
    'AppIdTenant',
    () => arbitraries.tenantProps,
    (stack, id, props) => new AppIdTenant(stack, id, props),
    100,
  ],
  [
    'AppIdApplication',
    () => arbitraries.applicationProps,
    (stack, id, props) =>
      new AppIdApplication(stack, id, { tenant: tenantOf(stack, id), ...props }),
  ],
  [
    'AppIdRole',
    () => arbitraries.roleProps,
    (stack, id, props) =>
      new AppIdRole(stack, id, {
        application: new AppIdApplication(stack, `${id}-web`, { tenant: tenantOf(stack, id) }),
        ...props,
      }),
  ],
  [
    'AuthProxy',
    () => arbitraries.proxySpecs,
    (stack, id, { props, path, groups, domains, open }) => {
      const proxy = new AuthProxy(stack, id, {
        project: PROJECT,
        image: image(),
        host: 'shop.example.com',
        signIn: issuer(stack),
        cookieSecret: SecretValue.fromVariable(stack, 'cookie_secret'),
        ...props,
      });
      proxy.protect(appIn(stack, PROJECT, `${id}-app`), path);
      for (const it of groups) proxy.allowGroup(it);
      for (const it of domains) proxy.allowEmailDomain(it);
      if (open.length > 0) proxy.allowAnonymous(open, waiver());
    },
    100,
  ],
]);
