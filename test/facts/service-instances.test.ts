import {
  INSTANCE_NAME,
  SERVICE_CATALOGUE,
  ServiceCatalogue,
} from '../../lib/facts/service-instances';

const services: [string, ServiceCatalogue][] = Object.entries(SERVICE_CATALOGUE);

test.each(services)('%s has plans and regions, each once', (_, service) => {
  for (const words of [service.plans, service.regions]) {
    expect(words.length).toBeGreaterThan(0);
    expect(new Set(words).size).toBe(words.length);
  }
  expect(service.regions.filter((region) => !/^[a-z]{2}-[a-z]{2,5}$/.test(region))).toEqual([]);
});

test('the name of an instance may have spaces, and no slash', () => {
  expect('Secrets: prod').toMatch(INSTANCE_NAME.pattern);
  expect('a/b').not.toMatch(INSTANCE_NAME.pattern);
});
