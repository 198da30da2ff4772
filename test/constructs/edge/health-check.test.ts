import { HealthCheckOptions, healthCheck } from '../../../lib/constructs/edge/health-check';
import { CheckRegion } from '../../../lib/facts/load-balancing';
import { CIS_CRN, zone } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

const problems = (options: HealthCheckOptions) =>
  healthCheck.problemsIn(healthCheck.settle(options)).map(({ prop }) => prop);

test('a health check asks by HTTPS, under the name of the host', () => {
  const { only } = synthesize((stack) => {
    healthCheck.make(stack, zone(stack), 'shop.example.com', healthCheck.settle({}));
  });
  expect(only('ibm_cis_healthcheck')).toEqual({
    cis_id: CIS_CRN,
    description: 'Health of shop.example.com',
    type: 'https',
    port: 443,
    method: 'GET',
    path: '/',
    expected_codes: '200',
    interval: 60,
    timeout: 5,
    retries: 2,
    allow_insecure: false,
    follow_redirects: false,
    headers: [{ header: 'Host', values: ['shop.example.com'] }],
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\./)] },
  });
});

test.each<[string, HealthCheckOptions]>([
  ['healthCheck.path', { path: 'healthz' }],
  ['healthCheck.expectedCodes', { expectedCodes: 'ok' }],
  ['healthCheck.interval', { interval: 4 }],
  ['healthCheck.timeout', { timeout: 11 }],
  ['healthCheck.retries', { retries: 0 }],
  ['healthCheck.regions', { regions: [] }],
  ['healthCheck.regions.1', { regions: [CheckRegion.OCEANIA, 'MOON' as CheckRegion] }],
])('a health check has a problem with its %s', (prop, options) => {
  expect(problems(options)).toEqual([prop]);
});

test('a health check takes codes in groups', () => {
  expect(problems({ expectedCodes: '2xx,304', regions: [CheckRegion.MIDDLE_EAST] })).toEqual([]);
});

test('a health check asks for another path where something before the app answers that, unless told otherwise', () => {
  expect(healthCheck.settle({}, '/ping').path).toBe('/ping');
  expect(healthCheck.settle({ path: '/own' }, '/ping').path).toBe('/own');
});
