/** The services in the kit keep the rules that are documented of the true ones. */
import { Issued, issue } from './authority';
import { Cloud, PROFILE, PROJECT, put, startCloud } from './cloud';
import * as faults from './faults';
import { contentOf, faultsIn, isServed, leaksIn, secretOf } from './judge';

const ID = '11111111-2222-4333-8444-555555555555';
const SECRET = `/code-engine/v2/projects/${PROJECT}/secrets/www-tls`;

let cloud: Cloud;
let [old, fresh]: Issued[] = [];
beforeAll(async () => {
  [old, fresh] = [await issue({ to: 20 }), await issue()];
});
beforeEach(async () => {
  cloud = await startCloud();
  cloud.held.set(ID, secretOf(fresh));
  put(cloud, 'www-tls', contentOf(old));
});
afterEach(() => cloud.close());

async function token(change: Record<string, string> = {}) {
  const form = {
    grant_type: 'urn:ibm:params:oauth:grant-type:cr-token',
    cr_token: cloud.jobToken,
    profile_id: PROFILE,
    ...change,
  };
  const answer = await fetch(`${cloud.url}/iam/identity/token`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: answer.status, json: (await answer.json()) as any };
}

async function call(path: string, init: RequestInit = {}) {
  const { json } = await token();
  const headers = { authorization: `Bearer ${json.access_token}`, ...init.headers };
  const answer = await fetch(`${cloud.url}${path}`, { ...init, headers });
  return {
    status: answer.status,
    etag: answer.headers.get('etag'),
    json: (await answer.json()) as any,
  };
}

const write = (etag: string | undefined, content: unknown, format = 'tls') =>
  call(SECRET, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...(etag && { 'if-match': etag }) },
    body: JSON.stringify({ format, data: content }),
  });

test('IAM takes the token of the job and its profile, and nothing else', async () => {
  expect((await token()).json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  expect((await token({ profile_id: '', profile_name: 'rotator' })).status).toBe(200);
  const refused: Record<string, string>[] = [
    { cr_token: 'x' },
    { profile_id: 'x' },
    { grant_type: 'x' },
  ];
  for (const change of refused) {
    expect(await token(change)).toMatchObject({
      status: 400,
      json: { errorCode: expect.stringMatching(/^BXNIM/) },
    });
  }
});

test('without a token that is taken, nothing is handed out', async () => {
  for (const path of [`/secrets-manager/api/v2/secrets/${ID}`, SECRET]) {
    expect((await fetch(`${cloud.url}${path}`)).status).toBe(401);
    expect((await call(path)).status).toBe(200);
    expect((await call(`${path}-other`)).status).toBe(404);
  }
});

test('a TLS secret carries its etag twice, and a write changes it', async () => {
  const before = await call(SECRET);
  expect(before.json).toMatchObject({ format: 'tls', entity_tag: before.etag });
  expect((await write(before.etag!, contentOf(fresh))).status).toBe(200);
  expect((await call(SECRET)).etag).not.toBe(before.etag);
  expect(isServed(cloud, 'www-tls', fresh)).toBe(true);
});

test('a write without a condition, with a stale one or with an unsound pair is refused', async () => {
  const { etag } = await call(SECRET);
  const mixed = { ...contentOf(fresh), tls_key: old.privateKey };
  expect((await write(undefined, contentOf(fresh))).status).toBe(400);
  expect((await write('1', contentOf(fresh))).status).toBe(412);
  expect((await write(etag!, mixed)).status).toBe(400);
  expect((await write(etag!, contentOf(fresh), 'generic')).status).toBe(400);
  expect(isServed(cloud, 'www-tls', old)).toBe(true);
  expect((await write('*', contentOf(fresh))).status).toBe(200);
});

test('mappings come in pages, and take up what was changed', async () => {
  for (const name of ['a.org', 'b.org', 'c.org']) {
    cloud.mappings.push({ name, tls_secret: 'www-tls', status: 'ready' });
  }
  put(cloud, 'www-tls', contentOf(fresh));
  const path = `/code-engine/v2/projects/${PROJECT}/domain_mappings`;
  const first = await call(`${path}?limit=100`);
  expect(first.json.domain_mappings.map((it: any) => it.status)).toEqual([
    'deploying',
    'deploying',
  ]);
  const second = await call(`${path}?limit=100&start=${first.json.next.start}`);
  expect(second.json.domain_mappings).toEqual([cloud.mappings[2]]);
  expect(second.json.next).toBeUndefined();
  expect(second.json.domain_mappings[0].status).toBe('ready');
  expect((await call(`${path}/a.org`)).json.name).toBe('a.org');
});

test('a fault meets the calls that it is for', async () => {
  cloud.faults = [faults.at('read', faults.refusing(503, { 'retry-after': '1' }), 2, 2)];
  const read = async () => (await fetch(`${cloud.url}${SECRET}`)).status;
  expect([await read(), await read(), await read()]).toEqual([401, 503, 401]);
});

test('the judge sees what must not be served', () => {
  const judged = (...contents: Record<string, string>[]) => {
    cloud.history.set('www-tls', contents);
    return faultsIn(cloud, 'www-tls', [old, fresh]);
  };
  const [first, next] = [contentOf(old), contentOf(fresh)];
  expect(judged(first, first, next, next)).toEqual([]);
  expect(judged(first, { ...next, tls_key: first.tls_key })).toEqual([
    'content 2 cannot be served',
  ]);
  expect(judged(first, next, first)).toEqual(['content 3 is older than one before it']);
  expect(judged(first, { ...next, tls_cert: fresh.certificate })).toEqual([
    'content 2 lacks its issuer',
  ]);
  cloud.history.set('www-tls', [first, next]);
  expect(faultsIn(cloud, 'www-tls', [old])).toEqual(['content 2 is from nowhere']);
});

test('the judge sees a part of a secret in any output', () => {
  const ran = (out: string, err = '') => ({ out, err, end: 0, lines: [] });
  const key = fresh.privateKey.split('\n')[1];
  expect(leaksIn(ran('{}'), cloud, [fresh])).toEqual([]);
  expect(leaksIn(ran(`{"a":"${key.slice(7, 30)}"}`), cloud, [fresh])).toHaveLength(1);
  expect(leaksIn(ran('', cloud.jobToken.slice(20, 50)), cloud, [])).toHaveLength(1);
  expect(leaksIn(ran('Bearer x'), cloud, [])).toHaveLength(1);
});
