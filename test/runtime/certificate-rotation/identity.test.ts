import { Answer, Call } from '../../../lib/runtime/certificate-rotation/http';
import { makeAskAsProfile } from '../../../lib/runtime/certificate-rotation/identity';
import { failureOf, keptLog } from '../../kit/rotation/ports';

const service = { name: 'x', urls: ['https://x'], unreachable: 'deadline' as const };
const call: Call = { service, method: 'GET', path: '/x', until: 1 };

function setUp(answers: readonly Partial<Answer>[], iam: Partial<Answer> = {}) {
  const asked: Call[] = [];
  let tokens = 0;
  const left = [...answers];
  const ask = async (it: Call): Promise<Answer> => {
    asked.push(it);
    if (it.path === '/identity/token') {
      const json = { access_token: `token-number-${++tokens}` };
      return { status: 200, etag: undefined, json, ...iam };
    }
    return { status: 200, etag: undefined, json: {}, ...left.shift() };
  };
  const settings = {
    iamUrls: ['https://iam'],
    profile: { profile_id: 'Profile-1' },
    tokenFile: '/token',
  };
  const log = keptLog();
  const files: Record<string, string> = { '/token': 'the-token-of-the-job\n' };
  const read = (file: string) => files[file] ?? failing();
  return { asked, files, log, ask: makeAskAsProfile(ask, settings, read, log) };
}

const failing = (): never => {
  throw new Error('ENOENT');
};

const tokensOf = (asked: readonly Call[]) =>
  asked.filter((it) => it.path === '/x').map((it) => it.headers?.authorization);

test("the job's token is exchanged once, and its fruit is brought along", async () => {
  const { ask, asked } = setUp([]);
  await ask(call);
  await ask({ ...call, headers: { a: 'b' } });
  expect(asked.map(({ path }) => path)).toEqual(['/identity/token', '/x', '/x']);
  expect(Object.fromEntries(new URLSearchParams(asked[0].body))).toEqual({
    grant_type: 'urn:ibm:params:oauth:grant-type:cr-token',
    cr_token: 'the-token-of-the-job',
    profile_id: 'Profile-1',
  });
  expect(asked[0].headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' });
  expect(asked[2].headers).toEqual({ a: 'b', authorization: 'Bearer token-number-1' });
});

test('a token that is not taken is renewed once', async () => {
  const { ask, asked } = setUp([{ status: 401 }, {}]);
  expect((await ask(call)).status).toBe(200);
  expect(tokensOf(asked)).toEqual(['Bearer token-number-1', 'Bearer token-number-2']);
  const lasting = setUp([{ status: 401 }, { status: 401 }]);
  expect((await lasting.ask(call)).status).toBe(401);
});

test.each([
  ['a refusal', { status: 400, json: { errorCode: 'BXNIM0439E' } }, 'status 400 (BXNIM0439E)'],
  ['an answer without a token', { json: {} }, 'an answer without it'],
  ['a token with a line feed', { json: { access_token: 'a\nb' } }, 'an answer without it'],
])('%s ends the work', async (_, iam, got) => {
  const failure = await failureOf(() => setUp([], iam).ask(call));
  expect(failure).toMatchObject({ kind: 'identityRefused' });
  expect(failure.message).toContain(`IAM: got ${got}, expected a token`);
});

test('a token file that went away is a matter of configuration', async () => {
  const { ask, files } = setUp([]);
  delete files['/token'];
  expect(await failureOf(() => ask(call))).toMatchObject({ kind: 'configuration' });
});

test('both tokens are hidden from the log', async () => {
  const { ask, log } = setUp([]);
  await ask(call);
  log.write('info', 'retry', { a: 'the-token-of-the-job', b: 'token-number-1' });
  expect(log.lines[0]).toMatchObject({ a: '***', b: '***' });
});
