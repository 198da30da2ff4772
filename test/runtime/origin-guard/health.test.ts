/** What the guard tells of the app to those who show no value. */
import { HEALTH_KEPT, makeHealth } from '../../../lib/runtime/origin-guard/health';
import { asked, say, statusOf } from '../../kit/guard/process';
import { guardScene } from '../../kit/guard/scene';

const it = guardScene();

const statusFrom = async (port: number, target = '/ping') =>
  statusOf(await say(port, asked(`GET ${target} HTTP/1.1`, ['X-Mine: a', 'Connection: close'])));

test('without a path of the app it is the guard that is well', async () => {
  expect(await statusFrom(it.guard.port)).toBe(200);
  expect(it.app.asked).toEqual([]);
});

test('with one the app is asked, with nothing of the request and not for everyone', async () => {
  const own = await it.bench.start({ ...it.env(), ORIGIN_GUARD_APP_HEALTH_PATH: '/healthz' });
  const all = await Promise.all(Array.from({ length: 20 }, () => statusFrom(own.port)));
  expect(new Set(all)).toEqual(new Set([200]));
  expect(it.app.asked.map(({ method, url }) => [method, url])).toEqual([['GET', '/healthz']]);
  expect(
    it.app.asked[0].raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()),
  ).toEqual(['host', 'user-agent', 'connection']);
});

test.each(['/ill', '/reset', '/garbage', '/silent'])(
  'an app that answers %s is not well, and the guard is',
  async (path) => {
    const own = await it.bench.start({ ...it.env(), ORIGIN_GUARD_APP_HEALTH_PATH: path });
    const health = say(own.port, asked('GET /ping HTTP/1.1', ['Connection: close']), 6_000);
    expect(statusOf(await health)).toBe(503);
    expect(await statusFrom(own.port, '/ping?guard')).toBe(200);
  },
  10_000,
);

test('an app that is down is not well', async () => {
  const down = await it.envOfNoApp();
  const own = await it.bench.start({ ...down, ORIGIN_GUARD_APP_HEALTH_PATH: '/healthz' });
  expect(await statusFrom(own.port)).toBe(503);
});

test('an answer holds for a while, and no longer', async () => {
  const { hostname, port, host } = new URL(it.app.url);
  const clock = { now: 0 };
  const upstream = { hostname, port: Number(port), host };
  const health = makeHealth({ upstream, appHealthPath: '/healthz' } as never, () => clock.now);
  await health.ask();
  clock.now = HEALTH_KEPT - 1;
  expect(await health.ask()).toBe(true);
  expect(it.app.asked).toHaveLength(1);
  clock.now = HEALTH_KEPT;
  expect(await health.ask()).toBe(true);
  expect(it.app.asked).toHaveLength(2);
});
