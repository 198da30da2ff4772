import { makeCodeEngine } from '../../../lib/runtime/certificate-rotation/code-engine';
import { Answer, Call } from '../../../lib/runtime/certificate-rotation/http';
import { failureOf, keptLog } from '../../kit/rotation/ports';

function setUp(...answers: readonly Partial<Answer>[]) {
  const asked: Call[] = [];
  const left = [...answers];
  const ask = async (call: Call): Promise<Answer> => {
    asked.push(call);
    return { status: 200, etag: undefined, json: {}, ...left.shift() };
  };
  const settings = { codeEngineUrls: ['https://ce'], projectId: 'p' };
  return { asked, target: makeCodeEngine(ask, settings, keptLog()) };
}

const SECRET = {
  format: 'tls',
  entity_tag: '7',
  data: { tls_cert: 'c', tls_key: 'k' },
};

test('a TLS secret is read with its etag', async () => {
  const { asked, target } = setUp({ json: SECRET });
  expect(await target.read('www', 5)).toEqual({
    format: 'tls',
    etag: '7',
    certificate: 'c',
    privateKey: 'k',
  });
  expect(asked[0]).toMatchObject({
    method: 'GET',
    path: '/v2/projects/p/secrets/www?version=2024-12-10',
  });
});

test('the etag may stand in the header alone; without any, nothing is written', async () => {
  const json = { ...SECRET, entity_tag: undefined, data: undefined };
  expect(await setUp({ json, etag: '8' }).target.read('www', 5)).toMatchObject({
    etag: '8',
    certificate: '',
  });
  expect(await failureOf(() => setUp({ json }).target.read('www', 5))).toMatchObject({
    kind: 'targetRefused',
  });
});

test('a write names the etag and both halves', async () => {
  const { asked, target } = setUp();
  const content = { certificate: 'c', privateKey: 'k' };
  expect(await target.write('www', content, '7', 5)).toBe('written');
  expect(asked[0]).toMatchObject({
    method: 'PUT',
    headers: { 'if-match': '7', 'content-type': 'application/json' },
  });
  expect(JSON.parse(asked[0].body!)).toEqual({
    format: 'tls',
    data: { tls_cert: 'c', tls_key: 'k' },
  });
});

test.each([
  [412, 'stale'],
  [409, 'busy'],
])('status %d says that it is %s', async (status, written) => {
  const { target } = setUp({ status });
  expect(await target.write('www', { certificate: '', privateKey: '' }, '7', 5)).toBe(written);
});

test('mappings are read page by page, and those of other secrets are left', async () => {
  const mapping = (name: string, tls_secret: string) => ({ name, tls_secret, status: 'ready' });
  const { asked, target } = setUp(
    { json: { domain_mappings: [mapping('A.org', 'www'), null], next: { start: 'a b' } } },
    { json: { domain_mappings: [mapping('b.org', 'other'), mapping('c.org', 'www')] } },
  );
  expect((await target.mappings('www', 5)).map(({ host }) => host)).toEqual(['a.org', 'c.org']);
  expect(asked.map(({ path }) => path)).toEqual([
    '/v2/projects/p/domain_mappings?limit=100&version=2024-12-10',
    '/v2/projects/p/domain_mappings?limit=100&version=2024-12-10&start=a%20b',
  ]);
});

test('pages without end have one', async () => {
  const page = { json: { domain_mappings: [], next: { start: 'x' } } };
  const { asked, target } = setUp(...Array(50).fill(page));
  await target.mappings('www', 5);
  expect(asked).toHaveLength(10);
});

test.each([
  ['read', (it: ReturnType<typeof setUp>) => it.target.read('www', 5)],
  ['mappings', (it: ReturnType<typeof setUp>) => it.target.mappings('www', 5)],
  [
    'write',
    (it: ReturnType<typeof setUp>) =>
      it.target.write('www', { certificate: '', privateKey: '' }, '7', 5),
  ],
])('a refusal to %s is told with its code', async (_, work) => {
  const json = { errors: [{ code: 'forbidden' }] };
  const failure = await failureOf(() => work(setUp({ status: 403, json })));
  expect(failure).toMatchObject({ kind: 'targetRefused' });
  expect(failure.message).toMatch(/^Code Engine: got status 403 \(forbidden\), expected /);
});

test('an answer without mappings is no answer that there are none', async () => {
  expect(await failureOf(() => setUp({ json: {} }).target.mappings('www', 5))).toMatchObject({
    kind: 'targetRefused',
  });
});
