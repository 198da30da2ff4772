import { PLATFORM_ROLES, SERVICE_ROLES, ServiceAccount } from '../../lib/facts/roles';
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
