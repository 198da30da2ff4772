import {
  PLATFORM_ROLES,
  ROLES_BY_SERVICE,
  SERVICES_WITHOUT_INSTANCES,
  SERVICE_ROLES,
  ServiceAccount,
} from '../../lib/facts/roles';
import { readProvider } from '../../tools/provider-data';

test('the service accounts are exactly those that the provider takes, for apps and for jobs', () => {
  const { resources } = readProvider();
  for (const type of ['ibm_code_engine_app', 'ibm_code_engine_job']) {
    const { allowed } = resources[type].facts.attributes.run_service_account;
    expect([...allowed!].sort()).toEqual(Object.values(ServiceAccount).sort());
  }
});

test('roles begin with a capital, because IAM knows no other spelling', () => {
  for (const role of [...Object.keys(SERVICE_ROLES), ...Object.keys(PLATFORM_ROLES)]) {
    expect(role).toMatch(/^[A-Z][a-z]+$/);
  }
});

test('the least role comes first', () => {
  expect(Object.keys(SERVICE_ROLES)).toEqual(['Reader', 'Writer', 'Manager']);
  expect(Object.keys(PLATFORM_ROLES)).toEqual(['Viewer', 'Operator', 'Editor', 'Administrator']);
});

test('every service knows the platform roles, each role once', () => {
  for (const roles of Object.values(ROLES_BY_SERVICE)) {
    expect(roles).toEqual(expect.arrayContaining(Object.keys(PLATFORM_ROLES)));
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles.filter((role) => !/^[A-Z]/.test(role))).toEqual([]);
  }
});

test('a service without instances is one whose roles are known', () => {
  for (const service of SERVICES_WITHOUT_INSTANCES) {
    expect(Object.keys(ROLES_BY_SERVICE)).toContain(service);
  }
});
