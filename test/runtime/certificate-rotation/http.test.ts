import {
  Call,
  Service,
  codeIn,
  makeAsk,
  pauseBefore,
} from '../../../lib/runtime/certificate-rotation/http';
import { Received, Request } from '../../../lib/runtime/certificate-rotation/transport';
import { failureOf, fakeClock, keptLog } from '../../kit/rotation/ports';

const service: Service = {
  name: 'Code Engine',
  urls: ['https://private', 'https://public'],
  unreachable: 'targetUnreachable',
};
const call: Call = { service, method: 'GET', path: '/v2/x', until: 10_000 };

type Step = Partial<Received> | { readonly code: string };

function setUp(...steps: readonly Step[]) {
  const clock = fakeClock(Date.parse('2026-01-01T00:00:00Z'));
  const log = keptLog();
  const sent: Request[] = [];
  const transmit = async (request: Request): Promise<Received> => {
    const step = steps[Math.min(sent.length, steps.length - 1)];
    sent.push(request);
    if ('code' in step) throw Object.assign(new Error('secret'), step);
    return { status: 200, headers: {}, text: '{}', ...step };
  };
  const patience = { attempts: 3, callTimeout: 2_000, backoff: 100 };
  const ask = makeAsk(patience, { clock, log, transmit, run: 'run-1' });
  return { ask, clock, log, sent };
}

test('an answer is its status, its etag and its JSON', async () => {
  const { ask, sent } = setUp({ text: '{"a":1}', headers: { etag: '7' } });
  expect(await ask(call)).toEqual({ status: 200, etag: '7', json: { a: 1 } });
  expect(sent[0]).toMatchObject({
    url: 'https://private/v2/x',
    timeout: 2_000,
    headers: { 'x-correlation-id': 'run-1' },
  });
});

test.each([301, 400, 401, 403, 404, 409, 412])('status %d is an answer at once', async (status) => {
  const { ask, sent } = setUp({ status, text: 'not JSON' });
  expect(await ask(call)).toMatchObject({ status, json: undefined });
  expect(sent).toHaveLength(1);
});

test.each([
  ['status 429', { status: 429 }],
  ['status 500', { status: 500 }],
  ['an answer that is no JSON object', { text: '[1]' }],
  ['an answer that is no JSON object', { text: 'null' }],
  ['an answer that is no JSON object', { text: '{"a":' }],
  ['more than 1024 KB', { text: undefined }],
  ['ECONNRESET', { code: 'ECONNRESET' }],
  ['no answer in 2000 ms', { code: 'TIMEOUT' }],
  ['a broken connection', { code: 'some words' }],
])('%s passes', async (got, step) => {
  const { ask, log, sent } = setUp(step, {});
  expect(await ask(call)).toMatchObject({ status: 200 });
  expect(sent).toHaveLength(2);
  expect(log.lines).toEqual([expect.objectContaining({ event: 'retry', got, attempt: 1 })]);
  expect(JSON.stringify(log.lines)).not.toContain('secret');
});

test('after all attempts the service counts as unreachable', async () => {
  const { ask, clock } = setUp({ status: 503 });
  const failure = await failureOf(() => ask(call));
  expect(failure).toMatchObject({ kind: 'targetUnreachable' });
  expect(failure.message).toContain('status 503, 3 times');
  expect(clock.slept).toEqual([50, 100]);
});

test('where nobody is, the next address is tried, and kept', async () => {
  const { ask, sent } = setUp({ code: 'ENOTFOUND' }, {});
  await ask(call);
  await ask(call);
  expect(sent.map(({ url }) => new URL(url).host)).toEqual(['private', 'public', 'public']);
});

test('a service that is busy is not left for another address', async () => {
  const { ask, sent } = setUp({ status: 503 }, {});
  await ask(call);
  expect(sent.map(({ url }) => new URL(url).host)).toEqual(['private', 'private']);
});

test.each([
  ['2', 2_000],
  ['Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['whenever', 50],
  ['', 50],
])('Retry-After %p is a pause of %d ms', async (text, pause) => {
  const { ask, clock } = setUp({ status: 429, headers: { 'retry-after': text } }, {});
  await ask(call);
  expect(clock.slept).toEqual([pause]);
});

test('a pause beyond the time that is left ends the work at once', async () => {
  const { ask, clock } = setUp({ status: 429, headers: { 'retry-after': '60' } });
  expect(await failureOf(() => ask(call))).toMatchObject({ kind: 'deadline' });
  expect(clock.slept).toEqual([]);
});

test('without time nothing is sent, and a call never takes more than is left', async () => {
  const { ask, sent } = setUp({});
  expect(await failureOf(() => ask({ ...call, until: 0 }))).toMatchObject({ kind: 'deadline' });
  await ask({ ...call, until: 500 });
  expect(sent.map(({ timeout }) => timeout)).toEqual([500]);
});

test('pauses double up to a limit, and lie anywhere below', () => {
  const clock = fakeClock();
  expect([1, 2, 3, 20].map((n) => pauseBefore(n, 100, clock))).toEqual([50, 100, 200, 10_000]);
  expect(pauseBefore(3, 100, { ...clock, random: () => 0 })).toBe(0);
});

test.each([
  [{ errorCode: 'BXNIM0439E' }, ' (BXNIM0439E)'],
  [{ errors: [{ code: 'not_found' }] }, ' (not_found)'],
  [{ errors: [{ code: 'a text that tells' }] }, ''],
  [{ errors: [null] }, ''],
  [{ errors: 'x' }, ''],
  [undefined, ''],
])('of the refusal %j, the code is shown: %p', (json, code) => {
  expect(codeIn(json)).toBe(code);
});
