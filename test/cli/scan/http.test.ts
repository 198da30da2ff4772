import { ask, baseUrl } from '../../../lib/cli/scan/http';
import { recorder, refusal } from '../recorder';
import { Reply, withService } from './service';

const question = (url: string) => ({ whom: 'IAM', url, headers: { 'X-Kind': 'test' } });

test('asks, and answers what came', async () => {
  await withService([[{ body: 'yes' }]], async ({ url, asked }) => {
    expect(await ask(recorder(), question(`${url}/a`))).toEqual({ status: 200, body: 'yes' });
    expect(asked[0]).toMatchObject({ method: 'GET', url: '/a', headers: { 'x-kind': 'test' } });
  });
});

test('sends a form', async () => {
  await withService([], async ({ url, asked }) => {
    await ask(recorder(), { ...question(url), form: { key: 'a&b' } });
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    expect(asked[0]).toMatchObject({ method: 'POST', body: 'key=a%26b' });
    expect(asked[0].headers['content-type']).toBe(type);
  });
});

test.each<[Reply, number]>([
  [{ status: 429 }, 1000],
  [{ status: 503 }, 1000],
  [{ status: 429, headers: { 'Retry-After': '3' } }, 3000],
  [{ status: 429, headers: { 'Retry-After': '86400' } }, 10_000],
  [{ status: 429, headers: { 'Retry-After': 'Sun, 01 Mar 2026 12:00:00 GMT' } }, 1000],
])('asks again after %p', async (reply, pause) => {
  const world = recorder();
  await withService([[reply, { body: 'yes' }]], async ({ url }) => {
    expect((await ask(world, question(url))).body).toBe('yes');
  });
  expect(world.slept).toEqual([pause]);
});

test('gives up after a few times, each later than the one before', async () => {
  const world = recorder();
  await withService([[{ status: 502, body: 'canary' }]], async ({ url, asked }) => {
    const lines = await refusal(() => ask(world, question(url)));
    const remedy = 'try again later, or look at the way to its host';
    expect(lines).toEqual([`IAM: got 502 4 times, expected an answer; ${remedy}`]);
    expect(asked).toHaveLength(4);
  });
  expect(world.slept).toEqual([1000, 2000, 4000]);
});

test('other answers are answers', async () => {
  await withService([[{ status: 403, body: 'no' }]], async ({ url, asked }) => {
    expect(await ask(recorder(), question(url))).toEqual({ status: 403, body: 'no' });
    expect(asked).toHaveLength(1);
  });
});

test('follows nobody: a redirect is an answer', async () => {
  const headers = { Location: 'http://127.0.0.1:1/' };
  await withService([[{ status: 302, headers }]], async ({ url }) => {
    expect((await ask(recorder(), question(url))).status).toBe(302);
  });
});

test('waits no longer than told', async () => {
  await withService([[{ body: null }]], async ({ url }) => {
    const patience = { timeout: 50, attempts: 2 };
    const [line] = await refusal(() => ask(recorder(), question(url), patience));
    expect(line).toContain('got no answer in 0.05 s 2 times, expected an answer');
  });
});

test('a host that is not there is told by its code', async () => {
  const url = await withService([], async (service) => service.url);
  const [line] = await refusal(() => ask(recorder(), question(url)));
  expect(line).toContain('IAM: got ECONNREFUSED 4 times');
});

describe('the base of an API', () => {
  const base = (text?: string) =>
    baseUrl(recorder({ env: text === undefined ? {} : { U: text } }), 'U', 'https://icr.io');

  test.each([
    [undefined, 'https://icr.io'],
    ['', 'https://icr.io'],
    ['https://private.iam.cloud.ibm.com/', 'https://private.iam.cloud.ibm.com'],
    ['http://127.0.0.1:8080/a/', 'http://127.0.0.1:8080/a'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%p', (text, url) => {
    expect(base(text)).toBe(url);
  });

  test.each([
    'http://icr.io',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'https://user:canary@icr.io',
    'https://icr.io/?canary',
    'file:///etc/passwd',
    'icr.io',
  ])('refuses %s without showing it', async (text) => {
    const got = `a text of ${text.length} characters`;
    const line = `U: got ${got}, expected a URL that begins with https://`;
    expect(await refusal(() => base(text))).toEqual([line]);
  });
});
