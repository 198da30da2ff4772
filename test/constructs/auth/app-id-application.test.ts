import { TerraformStack } from 'cdktf';
import {
  AppIdApplication,
  AppIdApplicationProps,
} from '../../../lib/constructs/auth/app-id-application';
import { AppIdTenant, IAppIdTenant } from '../../../lib/constructs/auth/app-id-tenant';
import { refusalOf } from '../../kit/refusal';
import { TENANT_ID, tenant } from '../../kit/samples-auth';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const existing = (stack: TerraformStack): IAppIdTenant =>
  AppIdTenant.fromTenantId(stack, 'users', { tenantId: TENANT_ID });
const of = (stack: TerraformStack, props: Partial<AppIdApplicationProps> = {}) =>
  new AppIdApplication(stack, 'web', { tenant: props.tenant ?? existing(stack), ...props });

test('an application renders its defaults', () => {
  const { types, only } = synthesize((stack) => of(stack));
  expect(types).toEqual(['ibm_appid_application']);
  expect(only('ibm_appid_application')).toEqual({
    tenant_id: TENANT_ID,
    name: 'test-web',
    type: 'regularwebapp',
    lifecycle: { prevent_destroy: false },
  });
});

test('an application comes after everything that makes its tenant strict', () => {
  const { only, types } = synthesize((stack) => of(stack, { tenant: tenant(stack) }));
  const settings = types.filter((it) => /appid_(?!application|redirect)/.test(it));
  expect(only('ibm_appid_application').depends_on).toEqual(
    expect.arrayContaining(
      settings.map((type) => expect.stringMatching(new RegExp(`^${type}\\.`)) as string),
    ),
  );
  expect(settings.length).toBeGreaterThan(7);
});

test('an application renders every prop', () => {
  const { only } = synthesize((stack) =>
    of(stack, {
      applicationName: 'The shop',
      scopes: ['write', 'read'],
      deletionProtection: true,
    }),
  );
  expect(only('ibm_appid_application')).toMatchObject({
    name: 'The shop',
    lifecycle: { prevent_destroy: true },
  });
  expect(only('ibm_appid_application_scopes')).toEqual({
    tenant_id: TENANT_ID,
    client_id: expect.stringMatching(/^\$\{ibm_appid_application\.web_\w+\.client_id\}$/),
    scopes: ['read', 'write'],
  });
});

test.each<[string, Partial<AppIdApplicationProps>]>([
  ['tenant', { tenant: undefined }],
  ['applicationName', { applicationName: 'a'.repeat(51) }],
  ['scopes.1', { scopes: ['read', 'a,b'] }],
])('an application is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('an application hands out by what it is known, and its secret only as one', () => {
  const handedOut = renderedValues((stack) => {
    const { clientId, issuerUrl } = of(stack);
    return { clientId, issuerUrl };
  });
  expect(handedOut).toEqual({
    clientId: expect.stringMatching(/\.client_id\}$/),
    issuerUrl: expect.stringMatching(/\.oauth_server_url\}$/),
  });
  expect(`${of(newStack()).clientSecret.toString()}`).toBe('a secret');
});
