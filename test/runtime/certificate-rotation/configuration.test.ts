import { readConfiguration, uuidOf } from '../../../lib/runtime/certificate-rotation/configuration';
import { line } from '../../../lib/runtime/certificate-rotation/failure';
import { authorities } from '../../kit/rotation/authority';

const ID = '11111111-2222-4333-8444-555555555555';
const ENV = {
  ROTATION_CERTIFICATES: JSON.stringify([{ id: ID, tlsSecret: 'www-tls', hosts: ['WWW.a.org'] }]),
  ROTATION_PROFILE_ID: 'Profile-1',
  ROTATION_SECRETS_MANAGER_URLS: 'https://private.sm.example.com, https://sm.example.com/',
  CE_API_BASE_URL: 'https://api.private.eu-de.codeengine.cloud.ibm.com/',
  CE_PROJECT_ID: ID,
};
const TOKEN_FILE = '/var/run/secrets/codeengine.cloud.ibm.com/compute-resource-token/token';

function read(change: Record<string, string | undefined> = {}, files: Record<string, string> = {}) {
  const all: Record<string, string> = { [TOKEN_FILE]: 'a.b.c\n', ...files };
  return readConfiguration({ ...ENV, ...change }, (file) => {
    if (!Object.hasOwn(all, file)) throw new Error('ENOENT');
    return all[file];
  });
}

const problems = (...given: Parameters<typeof read>) => read(...given).problems.map(line);

test('what is not set has its default', () => {
  expect(read()).toEqual({
    problems: [],
    configuration: {
      tasks: [{ id: ID, tlsSecret: 'www-tls', hosts: ['www.a.org'] }],
      profile: { profile_id: 'Profile-1' },
      secretsManagerUrls: ['https://private.sm.example.com', 'https://sm.example.com'],
      iamUrls: ['https://private.iam.cloud.ibm.com'],
      codeEngineUrls: ['https://api.private.eu-de.codeengine.cloud.ibm.com'],
      projectId: ID,
      tokenFile: TOKEN_FILE,
      roots: [],
      deadline: 600_000,
      callTimeout: 20_000,
      attempts: 5,
      backoff: 500,
      clockSkew: 300_000,
    },
  });
});

test('what is set counts', async () => {
  const { configuration } = read(
    {
      ROTATION_PROFILE_ID: undefined,
      ROTATION_PROFILE_NAME: 'rotator',
      ROTATION_CODE_ENGINE_URLS: 'https://ce.example.com/base/',
      ROTATION_DEADLINE_SECONDS: '0.5',
      ROTATION_ROOTS_FILE: '/roots',
    },
    { '/roots': (await authorities()).root.certificate },
  );
  expect(configuration).toMatchObject({
    profile: { profile_name: 'rotator' },
    codeEngineUrls: ['https://ce.example.com/base'],
    deadline: 500,
  });
  expect(configuration?.roots).toHaveLength(1);
});

test('an empty environment is told about whole', () => {
  const { configuration, problems: all } = readConfiguration({}, () => '');
  expect(configuration).toBeUndefined();
  expect(all.map(({ at }) => at)).toEqual([
    'ROTATION_CERTIFICATES',
    'ROTATION_PROFILE_ID and ROTATION_PROFILE_NAME',
    'ROTATION_SECRETS_MANAGER_URLS',
    'CE_API_BASE_URL',
    'CE_PROJECT_ID',
    "the job's token file",
  ]);
});

test.each([
  'http://sm.example.com',
  'ftp://sm.example.com',
  'https://user:secret@sm.example.com',
  'https://sm.example.com?secret=1',
  'https://sm.example.com#secret',
  'sm.example.com',
  'https://sm.example.com,',
  'http://127.0.0.1.example.com',
])('the address %s is refused and not quoted', (url) => {
  const found = problems({ ROTATION_IAM_URLS: url });
  expect(found).toEqual([
    `ROTATION_IAM_URLS: got a text of ${url.length} characters, expected URLs that begin with https://, between commas`,
  ]);
});

test.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:1/a'])(
  'plain HTTP stays on this machine: %s',
  (url) => {
    expect(problems({ ROTATION_IAM_URLS: url })).toEqual([]);
  },
);

test.each(['0', '-1', 'x', '1e3', '90000', ' 5', 'Infinity'])('%p is no deadline', (text) => {
  expect(problems({ ROTATION_DEADLINE_SECONDS: text })).toEqual([
    expect.stringMatching(
      /^ROTATION_DEADLINE_SECONDS: got a text .* a number above 0, at most 86400$/,
    ),
  ]);
});

test('every certificate is told about with its place', () => {
  const tasks = [
    { id: 'x', tlsSecret: 'A', hosts: [] },
    null,
    { id: ID, tlsSecret: 'www', hosts: ['a.org', 3] },
    { id: `crn:v1:a:${ID}`, tlsSecret: 'www', hosts: ['*.a.org'] },
  ];
  const found = problems({ ROTATION_CERTIFICATES: JSON.stringify(tasks) });
  expect(found.map((it) => it.replace(', expected', ' |'))).toEqual([
    'ROTATION_CERTIFICATES[0].id: got a text of 1 characters | the UUID or CRN of a secret',
    'ROTATION_CERTIFICATES[0].tlsSecret: got a text of 1 characters | the name of a TLS secret',
    'ROTATION_CERTIFICATES[0].hosts: got a list of 0 | a list of host names, one at least',
    'ROTATION_CERTIFICATES[1].id: got nothing | the UUID or CRN of a secret',
    'ROTATION_CERTIFICATES[1].tlsSecret: got nothing | the name of a TLS secret',
    'ROTATION_CERTIFICATES[1].hosts: got nothing | a list of host names, one at least',
    'ROTATION_CERTIFICATES[2].hosts: got a list of 2 | a list of host names, one at least',
    'ROTATION_CERTIFICATES[3].tlsSecret: got a TLS secret that stands above | each once',
  ]);
});

test.each([
  ['no file', {}, 'no file that can be read'],
  ['an empty one', { '/t': '\n' }, 'nothing'],
  ['one with words', { '/t': 'to be done' }, 'a text of 10 characters'],
])('%s is no token', (_, files, got) => {
  expect(problems({ ROTATION_TOKEN_FILE: '/t' }, files as Record<string, string>)).toEqual([
    `the job's token file: got ${got}, expected a compute resource token; turn the token on for the job`,
  ]);
});

test('an id is a UUID, or ends a CRN', () => {
  expect(uuidOf(ID.toUpperCase())).toBe(ID);
  expect(uuidOf(`crn:v1:secret:${ID}`)).toBe(ID);
  expect(uuidOf(`${ID}x`)).toBeUndefined();
});
