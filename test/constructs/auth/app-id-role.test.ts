import { TerraformStack } from 'cdktf';
import { AppIdApplication } from '../../../lib/constructs/auth/app-id-application';
import { AppIdRole, AppIdRoleProps } from '../../../lib/constructs/auth/app-id-role';
import { AppIdTenant } from '../../../lib/constructs/auth/app-id-tenant';
import { refusalOf } from '../../kit/refusal';
import { TENANT_ID, application } from '../../kit/samples-auth';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const of = (stack: TerraformStack, props: Partial<AppIdRoleProps> = {}) =>
  new AppIdRole(stack, 'reader', {
    application: application(
      stack,
      AppIdTenant.fromTenantId(stack, 'users', { tenantId: TENANT_ID }) as AppIdTenant,
    ),
    scopes: ['read'],
    ...props,
  });

test('a role renders its defaults', () => {
  expect(synthesize((stack) => of(stack)).only('ibm_appid_role')).toEqual({
    tenant_id: TENANT_ID,
    name: 'reader',
    access: [
      {
        application_id: expect.stringMatching(/^\$\{ibm_appid_application\.web_\w+\.client_id\}$/),
        scopes: ['read'],
      },
    ],
  });
});

test('a role renders every prop', () => {
  const props = { scopes: ['write', 'read'], roleName: 'editor', description: 'who may write' };
  expect(synthesize((stack) => of(stack, props)).only('ibm_appid_role')).toMatchObject({
    name: 'editor',
    description: 'who may write',
    access: [{ scopes: ['read', 'write'] }],
  });
});

test.each<[string, Partial<AppIdRoleProps>]>([
  ['application', { application: {} as AppIdApplication }],
  ['scopes', { scopes: [] }],
  ['scopes', { scopes: undefined }],
  ['scopes.0', { scopes: ['a b'] }],
  ['roleName', { roleName: 'a,b' }],
  ['description', { description: 1 as unknown as string }],
])('a role is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a role hands out its name and its tenant', () => {
  const { roleName } = renderedValues((stack) => ({ roleName: of(stack).roleName }));
  expect(roleName).toMatch(/^\$\{ibm_appid_role\.reader_\w+\.name\}$/);
  expect(of(newStack()).tenant.tenantId).toBe(TENANT_ID);
});
