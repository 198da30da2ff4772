import { RateLimit, RateLimitOptions } from '../../../lib/constructs/edge/rate-limit';
import { FirewallStage } from '../../../lib/facts/waf';
import { refusalOf } from '../../kit/refusal';

const { BLOCK, LOG } = FirewallStage;

test('a RateLimit renders its defaults: a minute, ten minutes, each address for itself', () => {
  expect(RateLimit.block('all', { requests: 100 })._toTerraform(BLOCK)).toEqual({
    action: 'block',
    description: 'all',
    enabled: true,
    expression: 'true',
    ref: 'all',
    rateLimit: {
      characteristics: ['cf.colo.id', 'ip.src'],
      period: 60,
      requestsPerPeriod: 100,
      mitigationTimeout: 600,
    },
  });
});

test('a RateLimit renders every option', () => {
  const limit = RateLimit.challenge('login', {
    requests: 5,
    period: 300,
    duration: 3600,
    condition: 'http.request.uri.path eq "/login"',
    countBy: ['ip.src', 'http.request.headers["x-api-key"]'],
    description: 'Sign-ins of one sender',
  });
  expect(limit._toTerraform(BLOCK)).toEqual({
    action: 'managed_challenge',
    description: 'Sign-ins of one sender',
    enabled: true,
    expression: 'http.request.uri.path eq "/login"',
    ref: 'login',
    rateLimit: {
      characteristics: ['cf.colo.id', 'ip.src', 'http.request.headers["x-api-key"]'],
      period: 300,
      requestsPerPeriod: 5,
      mitigationTimeout: 3600,
    },
  });
});

test('a RateLimit only records where it is told so, and in the stage before blocking', () => {
  const requests = 5;
  expect(RateLimit.log('a', { requests })._toTerraform(BLOCK).action).toBe('log');
  expect(RateLimit.block('a', { requests })._toTerraform(LOG).action).toBe('log');
});

test.each<[string, Partial<RateLimitOptions>]>([
  ['requests', { requests: undefined }],
  ['requests', { requests: 0 }],
  ['requests', { requests: 1.5 }],
  ['period', { period: 61 }],
  ['duration', { duration: 0 }],
  ['duration', { duration: 61 }],
  ['condition', { condition: '' }],
  ['countBy', { countBy: [] }],
  ['countBy.0', { countBy: ['cf.colo.id'] }],
  ['countBy.0', { countBy: ['http.request.headers["X-Api-Key"]'] }],
  ['countBy', { countBy: ['ip.src', 'cf.unique_visitor_id'] }],
])('a RateLimit is refused for its %s when it is %p', (prop, options) => {
  expect(refusalOf(() => RateLimit.block('all', { requests: 5, ...options }))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a RateLimit is refused for its name, and without options', () => {
  expect(refusalOf(() => RateLimit.block('A', { requests: 5 }))).toHaveLength(1);
  expect(refusalOf(() => RateLimit.log('a', undefined as unknown as RateLimitOptions))).toEqual([
    'requests: got nothing, expected a whole number of requests',
  ]);
});
