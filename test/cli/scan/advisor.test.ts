import { fetchReport } from '../../../lib/cli/scan/advisor';
import { readImage } from '../../../lib/cli/scan/image-reference';
import { recorder, refusal } from '../recorder';
import { DIGEST, IMAGE, report, vulnerability } from './reports';
import { ACCOUNT, Reply, Service, TOKEN, withService } from './service';

const image = readImage(IMAGE);
const UNSCANNED = { body: { status: 'UNSCANNED' } };

/** What the gate gets and says when Vulnerability Advisor gives these replies. */
async function fetched(replies: readonly Reply[], wait = 0) {
  return withService([replies], async (service) => {
    const world = recorder({ env: service.env });
    const { status } = await fetchReport(world, { image, wait });
    return { status, world, asked: service.asked };
  });
}

test('asks as the SDKs do', async () => {
  const body = report([vulnerability()]);
  const { status, asked } = await fetched([{ body }]);
  expect(status).toBe('FAIL');
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST /identity/token',
    `GET /va/api/v4/report/image/${encodeURIComponent(`us.icr.io/shop/web@${DIGEST}`)}`,
  ]);
  const { authorization, account } = asked[1].headers;
  expect([authorization, account]).toEqual([`Bearer ${TOKEN}`, ACCOUNT]);
});

test('asks for another account where that is named', async () => {
  const account = 'f'.repeat(32);
  await withService([], async ({ env, asked }: Service) => {
    await fetchReport(recorder({ env }), { image, account, wait: 0 });
    expect(asked[1].headers.account).toBe(account);
  });
});

test('waits for the scan to come to its end', async () => {
  const replies = [
    { status: 404 },
    UNSCANNED,
    { body: { status: 'INCOMPLETE' } },
    { body: report() },
  ];
  const { status, world } = await fetched(replies, 60);
  expect(status).toBe('OK');
  expect(world.slept).toEqual([10_000, 10_000, 10_000]);
  expect(world.said.told).toBe('');
});

test('waits no longer than told, says so now and then, and answers how far the scan has come', async () => {
  const { status, world } = await fetched([UNSCANNED], 75);
  expect(status).toBe('UNSCANNED');
  expect(world.slept.reduce((sum, it) => sum + it)).toBe(75_000);
  expect(world.said).toEqual({
    out: '',
    told: 'UNSCANNED; waited 30 s of 75 s\nUNSCANNED; waited 60 s of 75 s\n',
  });
});

test('does not wait unless told', async () => {
  const { status, world } = await fetched([UNSCANNED]);
  expect([status, world.slept]).toEqual(['UNSCANNED', []]);
});

test.each<[Reply, number, string]>([
  [{ status: 400 }, 1, 'look at the name of the image and at the account'],
  [{ status: 401, body: TOKEN }, 1, 'take a new IAM token'],
  [
    { status: 403 },
    1,
    'grant the identity a role with `container-registry.exemption.list` in the namespace',
  ],
  [
    { status: 404 },
    2,
    'look whether the image was pushed and has a tag, or give it time with --wait',
  ],
])('refuses %p', async (reply, times, remedy) => {
  await withService([[reply]], async ({ env, asked }) => {
    const lines = await refusal(() =>
      fetchReport(recorder({ env }), { image, wait: times === 2 ? 10 : 0 }),
    );
    const expected = 'a report of Vulnerability Advisor as JSON';
    expect(lines).toEqual([
      `Vulnerability Advisor: got ${reply.status}, expected ${expected}; ${remedy}`,
    ]);
    expect(asked).toHaveLength(1 + times);
  });
});

test.each<[Reply, string]>([
  [{ status: 302, headers: { Location: 'http://127.0.0.1:1' } }, 'got 302, expected a report'],
  [{ body: 'hello' }, 'got another text, expected a report'],
  [{ body: '{"status": "O' }, 'got JSON that breaks off or is ill-formed, expected a report'],
  [{ body: { message: 'no' } }, '.status: got nothing, expected a text'],
])('refuses the answer %p', async (reply, words) => {
  await withService([[reply]], async ({ env }) => {
    const lines = await refusal(() => fetchReport(recorder({ env }), { image, wait: 0 }));
    expect(lines.join('\n')).toContain(words);
  });
});
