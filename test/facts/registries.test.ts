import { REGISTRY_HOST } from '../../lib/facts/names';
import { PRIVATE_REGISTRY_HOSTS, RegistryRegion } from '../../lib/facts/registries';

test('every region has a private host of its own', () => {
  const hosts = Object.values(PRIVATE_REGISTRY_HOSTS);
  expect(new Set(hosts).size).toBe(Object.values(RegistryRegion).length);
  for (const host of hosts) {
    expect(host).toMatch(REGISTRY_HOST.pattern);
    expect(host).toMatch(/^private\.\w+\.icr\.io$/);
  }
});
