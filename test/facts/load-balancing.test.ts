import { CheckRegion, HEALTH_CHECK_LIMITS, ORIGIN_WEIGHT } from '../../lib/facts/load-balancing';
import { readProvider } from '../../tools/provider-data';

test('a health check may ask for what the provider takes', () => {
  const { facts } = readProvider().resources.ibm_cis_healthcheck;
  const { interval, timeout, retries } = facts.attributes;
  const range = ({ min, max }: any) => ({ least: min, most: max });
  expect(HEALTH_CHECK_LIMITS).toEqual({
    interval: range(interval),
    timeout: range(timeout),
    retries: range(retries),
  });
});

test('regions are codes, and weights percents', () => {
  for (const region of Object.values(CheckRegion)) expect(region).toMatch(/^[A-Z]{2,4}$/);
  expect(ORIGIN_WEIGHT).toEqual({ least: 0, most: 100 });
});
