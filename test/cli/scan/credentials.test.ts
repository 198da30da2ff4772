import { accountOf, iamToken } from '../../../lib/cli/scan/credentials';
import { recorder, refusal } from '../recorder';
import { ACCOUNT, API_KEY, Reply, TOKEN, tokenOf, withService } from './service';

test.each([TOKEN, `Bearer ${TOKEN}`, `bearer  ${TOKEN}\n`])(
  'takes the token of the environment',
  async (text) => {
    const world = recorder({ env: { IAM_TOKEN: text, IC_API_KEY: API_KEY } });
    expect(await iamToken(world)).toBe(TOKEN);
    world.out(`${TOKEN}`);
    expect(world.said.out).toBe('***');
  },
);

test.each(['IC_API_KEY', 'IBMCLOUD_API_KEY'])('exchanges the key in %s', async (variable) => {
  await withService([], async ({ url, asked }) => {
    const world = recorder({ env: { [variable]: API_KEY, CE_GUARD_IAM_URL: url } });
    expect(await iamToken(world)).toBe(TOKEN);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(asked[0].body))).toEqual({
      grant_type: 'urn:ibm:params:oauth:grant-type:apikey',
      apikey: API_KEY,
    });
    world.tell(`${API_KEY} ${TOKEN}`);
    expect(world.said.told).toBe('*** ***');
  });
});

test('refuses an environment without any', async () => {
  const [line] = await refusal(() => iamToken(recorder({ env: { IAM_TOKEN: ' ' } })));
  expect(line).toMatch(/^environment: got neither IAM_TOKEN, IC_API_KEY nor IBMCLOUD_API_KEY/);
});

test('refuses what cannot be a token, and shows only its length', async () => {
  const world = recorder({ env: { IAM_TOKEN: 'canary\r\nX: y' } });
  expect(await refusal(() => iamToken(world))).toEqual([
    'IAM_TOKEN: got a secret of 12 characters, expected an IAM token',
  ]);
});

test.each<[Reply, string]>([
  [
    { status: 400, body: { errorCode: 'BXNIM0415E', apikey: API_KEY } },
    'got 400 BXNIM0415E, expected a token for the API key',
  ],
  [{ status: 401, body: API_KEY }, 'got 401, expected a token for the API key'],
  [
    { status: 302, headers: { Location: 'http://127.0.0.1:1' } },
    'got 302, expected a token for the API key',
  ],
  [{ body: API_KEY }, 'got another text, expected a token as JSON'],
  [{ body: [] }, 'got a list, expected an object'],
  [{ body: {} }, 'got a secret of 0 characters, expected an IAM token'],
  [{ body: { access_token: 7 } }, 'got 7, expected a text'],
  [{ body: { access_token: 'a b' } }, 'got a secret of 3 characters, expected an IAM token'],
])('refuses the answer %p', async (reply, words) => {
  await withService([[{}], [reply]], async ({ env }) => {
    const world = recorder({ env });
    const [line] = await refusal(() => iamToken(world));
    expect(line).toContain('IAM');
    expect(line).toContain(words);
    expect(line).not.toContain('canary');
  });
});

test('the account is the one named, or the one that the token tells', () => {
  const other = 'f'.repeat(32);
  expect(accountOf(undefined, TOKEN)).toBe(ACCOUNT);
  expect(accountOf(other, TOKEN)).toBe(other);
});

test.each([
  'opaque',
  'a.b.c',
  tokenOf(null),
  tokenOf({}),
  tokenOf({ account: { bss: 7 } }),
  tokenOf({ account: { bss: 'x\r\nY: z' } }),
])('refuses a token that names no account: %s', async (token) => {
  const [line] = await refusal(() => accountOf(undefined, token));
  expect(line).toMatch(/^--account: got none, and a token that names none, expected the 32 digits/);
});

test('refuses an account that is none, and does not show it', async () => {
  const [line] = await refusal(() => accountOf('canary\r\nX: y', TOKEN));
  expect(line).toMatch(/^--account: got 12 characters, expected the 32 digits of an account/);
});
