import { readConfiguration } from '../../../lib/runtime/origin-guard/configuration';
import { OLD_VALUE, VALUE } from '../../kit/guard/process';

const ENV = {
  ORIGIN_GUARD_VALUE: VALUE,
  ORIGIN_GUARD_UPSTREAM: 'http://web.abc.svc.cluster.local',
};
const problemsWith = (change: Record<string, string | undefined>) =>
  readConfiguration({ ...ENV, ...change }).problems;

test('what has to be said is enough', () => {
  expect(readConfiguration(ENV)).toEqual({
    problems: [],
    configuration: {
      port: 8080,
      headerName: 'x-origin-lock',
      values: [VALUE],
      upstream: {
        hostname: 'web.abc.svc.cluster.local',
        port: 80,
        host: 'web.abc.svc.cluster.local',
      },
      healthPath: '/ping',
      appHealthPath: '',
      timeout: 60_000,
      grace: 20_000,
    },
  });
});

test('all can be said', () => {
  const { configuration } = readConfiguration({
    ORIGIN_GUARD_HEADER: 'X-Edge',
    ORIGIN_GUARD_VALUE: VALUE,
    ORIGIN_GUARD_PREVIOUS_VALUE: OLD_VALUE,
    ORIGIN_GUARD_UPSTREAM: 'http://[::1]:3000/',
    ORIGIN_GUARD_HEALTH_PATH: '/healthz',
    ORIGIN_GUARD_APP_HEALTH_PATH: '/live',
    ORIGIN_GUARD_TIMEOUT_SECONDS: '5',
    ORIGIN_GUARD_GRACE_SECONDS: '6',
    PORT: '9090',
  });
  expect(configuration).toEqual({
    port: 9090,
    headerName: 'x-edge',
    values: [VALUE, OLD_VALUE],
    upstream: { hostname: '::1', port: 3000, host: '[::1]:3000' },
    healthPath: '/healthz',
    appHealthPath: '/live',
    timeout: 5_000,
    grace: 6_000,
  });
});

test('a previous value that is the same, or empty, is none', () => {
  for (const previous of [VALUE, '', undefined]) {
    const { configuration } = readConfiguration({ ...ENV, ORIGIN_GUARD_PREVIOUS_VALUE: previous });
    expect(configuration!.values).toEqual([VALUE]);
  }
});

test.each([
  ['ORIGIN_GUARD_VALUE', undefined, '32 to 512 printable characters without spaces'],
  ['ORIGIN_GUARD_VALUE', 'a'.repeat(31), '32 to 512 printable'],
  ['ORIGIN_GUARD_VALUE', 'a'.repeat(513), '32 to 512 printable'],
  ['ORIGIN_GUARD_VALUE', `${'a'.repeat(32)}\n`, '32 to 512 printable'],
  ['ORIGIN_GUARD_VALUE', `${'a'.repeat(32)} b`, '32 to 512 printable'],
  ['ORIGIN_GUARD_VALUE', 'ä'.repeat(32), '32 to 512 printable'],
  ['ORIGIN_GUARD_PREVIOUS_VALUE', 'short', '32 to 512 printable'],
  ['ORIGIN_GUARD_UPSTREAM', undefined, 'the internal address of an app'],
  ['ORIGIN_GUARD_UPSTREAM', 'web', 'the internal address of an app'],
  ['ORIGIN_GUARD_UPSTREAM', 'https://web.abc.svc.cluster.local', 'the internal address'],
  ['ORIGIN_GUARD_UPSTREAM', 'http://web.example.com', 'the internal address'],
  ['ORIGIN_GUARD_UPSTREAM', 'http://svc.cluster.local.example.com', 'the internal address'],
  ['ORIGIN_GUARD_UPSTREAM', 'http://u:p@web.abc.svc.cluster.local', 'the internal address'],
  ['ORIGIN_GUARD_UPSTREAM', 'http://web.abc.svc.cluster.local/path', 'the internal address'],
  ['ORIGIN_GUARD_UPSTREAM', 'http://web.abc.svc.cluster.local/?q', 'the internal address'],
  ['ORIGIN_GUARD_HEADER', 'X_Lock', 'letters, digits and hyphens'],
  ['ORIGIN_GUARD_HEADER', 'X-Lock: a', 'letters, digits and hyphens'],
  ['ORIGIN_GUARD_HEADER', 'Transfer-Encoding', 'a header that means nothing to others'],
  ['ORIGIN_GUARD_HEADER', 'cookie', 'a header that means nothing to others'],
  ['ORIGIN_GUARD_HEALTH_PATH', 'ping', 'a path that begins with a slash'],
  ['ORIGIN_GUARD_APP_HEALTH_PATH', 'live', 'a path that begins with a slash'],
  ['ORIGIN_GUARD_HEALTH_PATH', '/ping?a', 'a path that begins with a slash'],
  ['ORIGIN_GUARD_TIMEOUT_SECONDS', '0', 'a whole number from 1 to 600'],
  ['ORIGIN_GUARD_TIMEOUT_SECONDS', '601', 'a whole number from 1 to 600'],
  ['ORIGIN_GUARD_GRACE_SECONDS', '1.5', 'a whole number from 1 to 600'],
  ['PORT', '65536', 'a whole number from 0 to 65535'],
  ['PORT', '-1', 'a whole number from 0 to 65535'],
])('%s of %j is refused in words that do not show it', (name, value, expected) => {
  const [problem, ...more] = problemsWith({ [name]: value });
  expect(more).toEqual([]);
  expect(problem).toMatch(
    new RegExp(`^${name}: got (nothing|a text of \\d+ characters), expected `),
  );
  expect(problem).toContain(expected);
});

test('all that is wrong is told at once', () => {
  expect(readConfiguration({ PORT: 'x', ORIGIN_GUARD_HEADER: '-' }).problems).toHaveLength(4);
});
