/** Everything that may happen to a rotation, as data: what is given, what goes wrong, how it ends. */
import { Issued, authorities, issue, keyTextOf, selfSigned } from './authority';
import { Cloud, CloudState, Fault, HeldSecret, Operation, put } from './cloud';
import * as faults from './faults';
import { at } from './faults';
import { contentOf, secretOf } from './judge';
import { EXIT_CODES } from '../../../lib/runtime/certificate-rotation/contract';

export const ID = '11111111-2222-4333-8444-555555555555';
export const TLS = 'www-tls';
export const HOST = 'www.example.com';

/** The certificates that scenarios are made of; made once. */
export interface Stock {
  /** Served in the beginning; ends in 20 days. */
  readonly old: Issued;
  /** Renewed: ends in 89 days. */
  readonly fresh: Issued;
  /** Renewed once more. */
  readonly newer: Issued;
}

export interface Scene extends Stock {
  readonly cloud: Cloud;
}

type End = number | string;

export interface Scenario {
  readonly name: string;
  /** Changes the scene, in which `old` is served and `fresh` is held. */
  given?(scene: Scene): void | Promise<void>;
  readonly faults?: readonly Fault[] | ((scene: Scene) => readonly Fault[]);
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How the run may end. */
  readonly ends: End | readonly End[];
  /** What is served then; nothing is asked where it may be either. */
  readonly serves?: keyof Stock;
  /** How many rotators run at once. */
  readonly rotators?: number;
  /** Milliseconds after which it is killed. */
  readonly killedAfter?: number;
  /** What somebody does about it before the clean run; else only the faults are gone. */
  repair?(scene: Scene): void | Promise<void>;
  /** What the clean run serves in the end. */
  readonly converges?: keyof Stock;
  /** Whether the run writes; nothing is asked where it is not said. */
  readonly writes?: number;
}

export async function makeStock(): Promise<Stock> {
  const [old, fresh, newer] = await Promise.all([20, 89, 120].map((to) => issue({ to })));
  return { old, fresh, newer };
}

const E = EXIT_CODES;
const OPERATIONS: readonly Operation[] = ['token', 'secret', 'read', 'mappings', 'write'];

/** Each call of a rotation that writes, in its order. */
const STEPS: readonly (readonly [Operation, number])[] = [
  ['token', 1],
  ['secret', 1],
  ['read', 1],
  ['mappings', 1],
  ['write', 1],
  ['secret', 2],
  ['read', 2],
  ['mappings', 2],
];

const UNREACHABLE: Readonly<Record<Operation, number>> = {
  token: E.identityUnreachable,
  secret: E.sourceUnreachable,
  read: E.targetUnreachable,
  mappings: E.targetUnreachable,
  write: E.targetUnreachable,
};

const REFUSED: Readonly<Record<Operation, number>> = {
  token: E.identityRefused,
  secret: E.sourceRefused,
  read: E.targetRefused,
  mappings: E.targetRefused,
  write: E.targetRefused,
};

const soon = () => new Date(Date.now() + 500).toUTCString();

/** What passes, if the call is made again. */
const PASSING: Readonly<Record<string, Fault['act']>> = {
  'a late answer': faults.late(40),
  'no answer': faults.silent(false),
  'no answer, though it is done': faults.silent(true),
  'a reset': faults.reset(false),
  'a reset, though it is done': faults.reset(true),
  'a truncated body': faults.truncated,
  'half of a body': faults.halved,
  'a body that never ends': faults.dripping,
  'an empty body': faults.empty,
  'a page in HTML': faults.notJson,
  'JSON of another shape': faults.wrongShape,
  'JSON null': faults.nothing,
  'a huge body': faults.huge,
  'status 408': faults.refusing(408),
  'status 429': faults.refusing(429),
  'status 429 with seconds to wait': faults.refusing(429, { 'retry-after': '0' }),
  'status 429 with a date': (exchange) => faults.refusing(429, { 'retry-after': soon() })(exchange),
  'status 500': faults.refusing(500),
  'status 500 that tells everything': faults.talkative(500),
  'status 502': faults.refusing(502),
  'status 503': faults.refusing(503, { 'retry-after': 'whenever' }),
  'status 504': faults.refusing(504),
};

const LASTING = [
  ...['no answer', 'no answer, though it is done', 'a reset', 'a truncated body'],
  ...['a body that never ends', 'a page in HTML', 'a huge body', 'status 429', 'status 503'],
  'status 500 that tells everything',
];

// what a call meets is the same the second time; the worst is enough there.
const once: Scenario[] = STEPS.flatMap(([on, nth]) =>
  Object.keys(PASSING)
    .filter((what) => nth === 1 || LASTING.includes(what))
    .map((what) => ({
      name: `${what} once, at ${on} ${nth}`,
      faults: [at(on, PASSING[what], nth, nth)],
      ends: E.fine,
      serves: 'fresh' as const,
    })),
);

const always: Scenario[] = OPERATIONS.flatMap((on) =>
  LASTING.map((what) => ({
    name: `${what} each time, at ${on}`,
    faults: [at(on, PASSING[what])],
    ends: UNREACHABLE[on],
  })),
);

const REFUSALS: Readonly<Record<string, Fault['act']>> = {
  'status 400': faults.refusing(400),
  'status 403': faults.refusing(403),
  'status 404': faults.refusing(404),
  'a redirection': faults.redirecting,
  'status 400 that tells everything': faults.talkative(400),
  'status 403 that tells everything': faults.talkative(403),
};

const refused: Scenario[] = OPERATIONS.flatMap((on) => [
  ...Object.entries(REFUSALS).map(([what, act]) => ({
    name: `${what} at ${on}`,
    faults: [at(on, act)],
    ends: REFUSED[on],
    serves: 'old' as const,
  })),
  {
    name: `status 401 each time, at ${on}`,
    faults: [at(on, faults.talkative(401))],
    ends: REFUSED[on],
    serves: 'old' as const,
  },
  {
    name: `the token ends before ${on}`,
    faults: [at(on, faults.ended, 1, 1)],
    // a token that IAM forgets at once is replaced with the next call.
    ends: E.fine,
    serves: 'fresh' as const,
  },
]);

const late: Scenario[] = OPERATIONS.flatMap((on) => [
  {
    name: `the time is up at ${on}`,
    faults: [at(on, faults.silent(false))],
    env: { ROTATION_DEADLINE_SECONDS: '0.9', ROTATION_ATTEMPTS: '50' },
    ends: E.deadline,
    serves: 'old' as const,
  },
  {
    name: `${on} asks for an hour of peace`,
    faults: [at(on, faults.refusing(429, { 'retry-after': '3600' }))],
    ends: E.deadline,
    serves: 'old' as const,
  },
]);

const kills: Scenario[] = [
  ...STEPS.flatMap(([on, nth]) =>
    Object.entries(faults.KILLS).map(([moment, act]) => ({
      name: `killed ${moment} the answer of ${on} ${nth}`,
      faults: [at(on, act, nth, nth)],
      ends: 'SIGKILL',
    })),
  ),
  ...Array.from({ length: 24 }, (_, i) => ({
    name: `killed after ${i * 9} ms`,
    killedAfter: i * 9,
    ends: ['SIGKILL', E.fine],
  })),
];

/** The secret in Secrets Manager, changed. */
const held =
  (change: (scene: Scene) => HeldSecret | Promise<HeldSecret>) =>
  async (scene: Scene): Promise<void> => {
    scene.cloud.held.set(ID, { ...secretOf(scene.fresh), ...(await change(scene)) });
  };

/** Another certificate is held; in the end the sound one. */
const issued = (wish: Parameters<typeof issue>[0]) => held(async () => secretOf(await issue(wish)));

const unfit = (name: string, given: Scenario['given']): Scenario => ({
  name: `unfit: ${name}`,
  given,
  ends: E.sourceUnfit,
  serves: 'old',
  writes: 0,
  repair: held(() => ({})),
});

const MINUTE = 1 / 24 / 60;
const anotherKey = (keys: Issued['keys']) => keyTextOf(keys, 'encrypted');

const unfitSecrets: Scenario[] = [
  unfit(
    'the key of another',
    held(({ old }) => ({ private_key: old.privateKey })),
  ),
  unfit(
    'the certificate of another',
    held(({ old }) => ({ certificate: old.certificate })),
  ),
  unfit(
    'no intermediate',
    held(() => ({ intermediate: '' })),
  ),
  unfit(
    'an intermediate that is null',
    held(() => ({ intermediate: null })),
  ),
  unfit(
    'no intermediate field',
    held(() => ({ intermediate: undefined })),
  ),
  unfit(
    'the wrong order',
    held(({ fresh }) => ({ certificate: fresh.intermediate, intermediate: fresh.certificate })),
  ),
  unfit(
    'an intermediate of others',
    held(async () => ({ intermediate: (await authorities()).stranger.certificate })),
  ),
  unfit(
    'the root in place of the intermediate',
    held(async () => ({ intermediate: (await authorities()).root.certificate })),
  ),
  unfit(
    'malformed PEM',
    held(({ fresh }) => ({ certificate: fresh.certificate.replace(/A/g, '!') })),
  ),
  unfit(
    'PEM of another thing',
    held(({ fresh }) => ({ certificate: fresh.certificate.replace(/[A-Z]{3}/g, 'QQQ') })),
  ),
  unfit(
    'a truncated certificate',
    held(({ fresh }) => ({ certificate: fresh.certificate.slice(0, 300) })),
  ),
  unfit(
    'a truncated key',
    held(({ fresh }) => ({ private_key: fresh.privateKey.slice(0, 100) })),
  ),
  unfit(
    'a malformed key',
    held(({ fresh }) => ({ private_key: fresh.privateKey.replace(/M/g, 'N') })),
  ),
  unfit(
    'an encrypted key',
    held(({ fresh }) => ({ private_key: anotherKey(fresh.keys) })),
  ),
  unfit(
    'no key',
    held(() => ({ private_key: undefined })),
  ),
  unfit(
    'a key that is a number',
    held(() => ({ private_key: 4711 })),
  ),
  unfit(
    'a certificate that is a list',
    held(({ fresh }) => ({ certificate: [fresh.certificate] })),
  ),
  unfit(
    'no certificate',
    held(() => ({ certificate: '' })),
  ),
  unfit(
    'the key among the certificates',
    held(({ fresh }) => ({ intermediate: fresh.privateKey })),
  ),
  unfit(
    'the key as the certificate',
    held(({ fresh }) => ({ certificate: fresh.privateKey })),
  ),
  unfit(
    'words in place of a certificate',
    held(() => ({ certificate: 'to be done' })),
  ),
  unfit(
    'too many certificates',
    held(({ fresh }) => ({ intermediate: fresh.intermediate.repeat(12) })),
  ),
  unfit(
    'the type private_cert',
    held(() => ({ secret_type: 'private_cert' })),
  ),
  unfit(
    'the type arbitrary',
    held(() => ({ secret_type: 'arbitrary' })),
  ),
  unfit(
    'an order that is not through',
    held(() => ({ state_description: 'pre_activation' })),
  ),
  unfit(
    'no state',
    held(() => ({ state_description: undefined })),
  ),
  unfit('an end that has passed', issued({ from: -90, to: -1 })),
  unfit('an end within the skew', issued({ from: -90, to: MINUTE })),
  unfit('a beginning tomorrow', issued({ from: 1, to: 91 })),
  unfit('another host', issued({ hosts: ['other.example.com'] })),
  unfit('a wildcard of another domain', issued({ hosts: ['*.example.org'] })),
  unfit('a wildcard that reaches too high', issued({ hosts: ['*.com'] })),
  unfit('a wildcard below the host', issued({ hosts: ['*.www.example.com'] })),
  unfit('the use of a client', issued({ usage: '1.3.6.1.5.5.7.3.2' })),
  unfit('an authority', issued({ ca: true })),
  unfit('an issuer that ended', issued({ issuer: 'ended' })),
  unfit('an issuer that nobody trusts', issued({ issuer: 'stranger' })),
  unfit(
    'nobody but itself',
    held(async () => secretOf(await selfSigned())),
  ),
  {
    ...unfit('a mapped host beyond the configured ones', ({ cloud }) => {
      cloud.mappings.push(
        { name: 'a.example.org', tls_secret: 'other', status: 'ready' },
        { name: 'b.example.org', tls_secret: TLS, status: 'ready' },
      );
    }),
    repair: ({ cloud }) => void cloud.mappings.splice(1),
  },
];

const fit = (name: string, given: Scenario['given']): Scenario => ({
  name: `fit: ${name}`,
  given,
  ends: E.fine,
  serves: 'fresh',
  writes: 1,
});

/** A certificate of its own is held, and is what converges. */
const fitOther = (name: string, wish: Parameters<typeof issue>[0]): Scenario => ({
  name: `fit: ${name}`,
  given: async (scene) => {
    Object.assign(scene, { fresh: await issue(wish) });
    scene.cloud.held.set(ID, secretOf(scene.fresh));
  },
  ends: E.fine,
  serves: 'fresh',
  writes: 1,
});

const CURVE = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
const crlf = (text: string) => text.replace(/\n/g, '\r\n');

const fitSecrets: Scenario[] = [
  fit('as it comes', undefined),
  fit(
    'a bundle',
    held(({ fresh }) => ({ certificate: `${fresh.certificate}${fresh.intermediate}` })),
  ),
  fit(
    'a bundle without an intermediate beside it',
    held(({ fresh }) => ({
      certificate: `${fresh.certificate}${fresh.intermediate}`,
      intermediate: null,
    })),
  ),
  fit(
    'the root at the end',
    held(async ({ fresh }) => ({
      intermediate: fresh.intermediate + (await authorities()).root.certificate,
    })),
  ),
  fit(
    'an imported certificate',
    held(() => ({ secret_type: 'imported_cert' })),
  ),
  fit(
    'no line feed at the end',
    held(({ fresh }) => ({ certificate: fresh.certificate.trim() })),
  ),
  fit(
    'lines of another system',
    held(({ fresh }) => ({
      certificate: crlf(fresh.certificate),
      private_key: crlf(fresh.privateKey),
    })),
  ),
  fit(
    'words before the key',
    held(({ fresh }) => ({ private_key: `the key\n${fresh.privateKey}` })),
  ),
  fit(
    'a key in SEC 1',
    held(({ fresh }) => ({ private_key: keyTextOf(fresh.keys, 'sec1') })),
  ),
  fit(
    'a key after its curve',
    held(({ fresh }) => ({ private_key: CURVE + keyTextOf(fresh.keys, 'sec1') })),
  ),
  fitOther('a wildcard', { hosts: ['*.example.com'] }),
  fitOther('many hosts', { hosts: ['example.com', 'WWW.example.com', 'c.example.com'] }),
  fitOther('RSA', { rsa: true }),
  fitOther('a beginning within the skew', { from: 2 * MINUTE }),
  {
    ...fitOther('a key that stays', {}),
    given: async (scene) => {
      Object.assign(scene, { fresh: await issue({ like: scene.old }) });
      scene.cloud.held.set(ID, secretOf(scene.fresh));
    },
  },
  {
    ...fitOther('the same end and a later beginning', {}),
    given: async (scene) => {
      Object.assign(scene, { fresh: await issue({ from: -0.5, end: scene.old.end }) });
      scene.cloud.held.set(ID, secretOf(scene.fresh));
    },
  },
];

const serve =
  (data: (scene: Scene) => Record<string, string> | undefined, format?: string) =>
  (scene: Scene): void => {
    scene.cloud.served.delete(TLS);
    scene.cloud.history.delete(TLS);
    put(scene.cloud, TLS, data(scene), format);
  };

const same = (name: string, data: (scene: Scene) => Record<string, string>): Scenario => ({
  name: `the same: ${name}`,
  given: serve(data),
  ends: E.fine,
  serves: 'fresh',
  writes: 0,
});

const older = (name: string, given: Scenario['given'], rest: Partial<Scenario> = {}): Scenario => ({
  name: `older: ${name}`,
  given,
  ends: E.sourceOlder,
  serves: 'old',
  writes: 0,
  repair: held(() => ({})),
  ...rest,
});

const servedSecrets: Scenario[] = [
  same('letter by letter', ({ fresh }) => contentOf(fresh)),
  same('in lines of another system', ({ fresh }) => ({
    tls_cert: crlf(contentOf(fresh).tls_cert),
    tls_key: fresh.privateKey,
  })),
  same('with a key in another form', ({ fresh }) => ({
    ...contentOf(fresh),
    tls_key: keyTextOf(fresh.keys, 'sec1'),
  })),
  {
    ...fit(
      'a placeholder is served',
      serve(() => ({ tls_cert: 'placeholder', tls_key: 'placeholder' })),
    ),
  },
  fit(
    'nothing is served',
    serve(() => undefined),
  ),
  fit(
    'empty texts are served',
    serve(() => ({ tls_cert: '', tls_key: '' })),
  ),
  fit(
    'other keys are served',
    serve(() => ({ certificate: 'x' })),
  ),
  fit(
    'a mixed pair is served',
    serve(({ old, newer }) => ({ ...contentOf(newer), tls_key: old.privateKey })),
  ),
  fit(
    'the leaf alone is served',
    serve(({ fresh }) => ({ tls_cert: fresh.certificate, tls_key: fresh.privateKey })),
  ),
  fit('a certificate that ended is served', async (scene) => {
    const ended = await issue({ from: -90, to: -1 });
    serve(() => contentOf(ended))(scene);
  }),
  older('shorter than what is served', issued({ to: 10 })),
  older('the same end and an earlier beginning', async (scene) => {
    const earlier = await issue({ from: -5, end: scene.old.end });
    scene.cloud.held.set(ID, secretOf(earlier));
  }),
  older(
    'somebody served a newer one',
    serve(({ newer }) => contentOf(newer)),
    {
      serves: 'newer',
      repair: held(({ newer }) => secretOf(newer)),
      converges: 'newer',
    },
  ),
  {
    name: 'the TLS secret is a generic one',
    given: serve(({ old }) => contentOf(old), 'generic'),
    ends: E.targetRefused,
    serves: 'old',
    repair: serve(({ old }) => contentOf(old)),
  },
  {
    name: 'there is no TLS secret',
    given: ({ cloud }) => void cloud.served.delete(TLS),
    ends: E.targetRefused,
    repair: serve(({ old }) => contentOf(old)),
  },
  {
    name: 'there is no secret',
    given: ({ cloud }) => void cloud.held.clear(),
    ends: E.sourceRefused,
    serves: 'old',
    repair: held(() => ({})),
  },
  {
    name: 'another profile',
    env: { ROTATION_PROFILE_ID: 'Profile-other' },
    ends: E.identityRefused,
    serves: 'old',
  },
  {
    name: 'the profile by its name',
    env: { ROTATION_PROFILE_ID: undefined, ROTATION_PROFILE_NAME: 'rotator' },
    ends: E.fine,
    serves: 'fresh',
  },
  {
    name: 'a mapping that failed',
    given: ({ cloud }) => void (cloud.mappings[0].status = 'failed'),
    ends: E.mappingFailed,
    serves: 'fresh',
    repair: ({ cloud }) => void (cloud.mappings[0].status = 'ready'),
  },
  {
    name: 'no mapping yet',
    given: ({ cloud }) => void cloud.mappings.splice(0),
    ends: E.fine,
    serves: 'fresh',
  },
  {
    name: 'mappings on many pages',
    given: ({ cloud }) => {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        cloud.mappings.unshift({ name: `${name}.org`, tls_secret: 'other', status: 'failed' });
      }
    },
    ends: E.fine,
    serves: 'fresh',
  },
];

const renew = (cloud: CloudState, issued: Issued) => void cloud.held.set(ID, secretOf(issued));

const races: Scenario[] = [
  ...[1, 2].map((times) => ({
    name: `the etag is stale ${times} times`,
    faults: [at('write' as const, faults.meanwhile(faults.touch(TLS)), 1, times)],
    ends: E.fine,
    serves: 'fresh' as const,
    writes: times + 1,
  })),
  {
    name: 'the etag is always stale',
    faults: [at('write', faults.meanwhile(faults.touch(TLS)))],
    ends: E.targetConflict,
    serves: 'old',
  },
  {
    name: 'status 412 each time',
    faults: [at('write', faults.refusing(412))],
    ends: E.targetConflict,
    serves: 'old',
  },
  {
    name: 'status 409 each time',
    faults: [at('write', faults.talkative(409))],
    ends: E.targetConflict,
    serves: 'old',
  },
  ...[1, 2].map((times) => ({
    name: `status 409 ${times} times`,
    faults: [at('write' as const, faults.refusing(409), 1, times)],
    ends: E.fine,
    serves: 'fresh' as const,
  })),
  {
    name: 'somebody writes the same just before',
    faults: ({ fresh }) => [
      at(
        'write',
        faults.meanwhile((cloud) => put(cloud, TLS, contentOf(fresh))),
        1,
        1,
      ),
    ],
    ends: E.fine,
    serves: 'fresh',
    writes: 1,
  },
  {
    name: 'somebody writes the same just after',
    faults: ({ fresh }) => [
      at(
        'write',
        faults.thereafter((cloud) => put(cloud, TLS, contentOf(fresh))),
        1,
        1,
      ),
    ],
    ends: E.fine,
    serves: 'fresh',
    writes: 1,
  },
  {
    name: 'somebody serves a newer one just before',
    faults: ({ newer }) => [
      at(
        'write',
        faults.meanwhile((cloud) => put(cloud, TLS, contentOf(newer))),
        1,
        1,
      ),
    ],
    ends: E.sourceOlder,
    serves: 'newer',
    repair: ({ cloud, newer }) => renew(cloud, newer),
    converges: 'newer',
  },
  ...(['secret', 'read', 'mappings', 'write'] as const).map((on) => ({
    name: `renewed once more during ${on}`,
    faults: ({ newer }: Scene) => [
      at(
        on,
        faults.thereafter((cloud) => renew(cloud, newer)),
        1,
        1,
      ),
    ],
    ends: E.fine,
    serves: 'newer' as const,
    repair: ({ cloud, newer }: Scene) => renew(cloud, newer),
    converges: 'newer' as const,
  })),
  {
    name: 'another rotator carries the renewal over between two reads',
    faults: ({ newer }) => [
      at(
        'secret',
        faults.thereafter((cloud) => {
          renew(cloud, newer);
          put(cloud, TLS, contentOf(newer));
        }),
        1,
        1,
      ),
    ],
    ends: E.fine,
    serves: 'newer',
    writes: 0,
    repair: ({ cloud, newer }) => renew(cloud, newer),
    converges: 'newer',
  },
  {
    name: 'the TLS secret is gone before the write',
    faults: [
      at(
        'write',
        faults.meanwhile((cloud) => void cloud.served.delete(TLS)),
      ),
    ],
    ends: E.targetRefused,
    repair: serve(({ old }) => contentOf(old)),
  },
  {
    name: 'the secret is gone after the write',
    faults: [
      at(
        'write',
        faults.thereafter((cloud) => void cloud.held.clear()),
      ),
    ],
    ends: E.sourceRefused,
    serves: 'fresh',
    repair: held(() => ({})),
  },
  ...[0, 5, 20, 60].flatMap((wait) =>
    [2, 3].map((rotators) => ({
      name: `${rotators} rotators at once, writes take ${wait} ms`,
      faults: [at('write' as const, faults.late(wait))],
      rotators,
      ends: E.fine,
      serves: 'fresh' as const,
    })),
  ),
  {
    name: 'a slow rotator with what was renewed since',
    faults: ({ newer }) => [
      at(
        'write',
        async (exchange) => {
          renew(exchange.cloud, newer);
          await faults.late(300)(exchange);
        },
        1,
        1,
      ),
    ],
    rotators: 2,
    ends: E.fine,
    serves: 'newer',
    repair: ({ cloud, newer }) => renew(cloud, newer),
    converges: 'newer',
  },
];

const env = (
  name: string,
  given: Scenario['env'],
  ends: End = E.configuration,
  serves: keyof Stock = 'old',
): Scenario => ({ name: `environment: ${name}`, env: given, ends, serves });

const task = (change: object) =>
  JSON.stringify([{ id: ID, tlsSecret: TLS, hosts: [HOST], ...change }]);

const notice = (...ids: readonly unknown[]) =>
  JSON.stringify({
    id: 'x',
    type: 'com.ibm.cloud.secrets-manager.secret_rotated',
    data: { secrets: ids.map((secret_id) => ({ secret_id, secret_name: 'www' })) },
  });

const crn = (id: string) => `crn:v1:bluemix:public:secrets-manager:eu-de:a/1:2:secret:${id}`;

const environments: Scenario[] = [
  env('no certificates', { ROTATION_CERTIFICATES: undefined }),
  env('an empty list', { ROTATION_CERTIFICATES: '[]' }),
  env('no JSON', { ROTATION_CERTIFICATES: 'canary' }),
  env('entries of another kind', { ROTATION_CERTIFICATES: '[null, 3, "x", []]' }),
  env('an id that is none', { ROTATION_CERTIFICATES: task({ id: '../../../etc' }) }),
  env('a TLS secret that no secret is called', {
    ROTATION_CERTIFICATES: task({ tlsSecret: 'a/../b' }),
  }),
  env('no hosts', { ROTATION_CERTIFICATES: task({ hosts: [] }) }),
  env('hosts that are none', { ROTATION_CERTIFICATES: task({ hosts: ['https://x.org/'] }) }),
  env('the same TLS secret twice', {
    ROTATION_CERTIFICATES: JSON.stringify([...JSON.parse(task({})), ...JSON.parse(task({}))]),
  }),
  env('no profile', { ROTATION_PROFILE_ID: undefined }),
  env('two profiles', { ROTATION_PROFILE_NAME: 'rotator' }),
  env('no project', { CE_PROJECT_ID: undefined }),
  env('no Code Engine', { CE_API_BASE_URL: undefined }),
  env('no Secrets Manager', { ROTATION_SECRETS_MANAGER_URLS: undefined }),
  env('plain HTTP to elsewhere', { ROTATION_SECRETS_MANAGER_URLS: 'http://sm.example.com' }),
  env('a password in a URL', { ROTATION_IAM_URLS: 'https://user:canary@iam.example.com' }),
  env('a query in a URL', { CE_API_BASE_URL: 'https://x.example.com?token=1' }),
  env('no number', { ROTATION_DEADLINE_SECONDS: 'soon' }),
  env('no time', { ROTATION_DEADLINE_SECONDS: '0' }),
  env('a negative number', { ROTATION_ATTEMPTS: '-1' }),
  env('no token file', { ROTATION_TOKEN_FILE: '/nowhere/token' }),
  env('a folder for the token', { ROTATION_TOKEN_FILE: '/tmp' }),
  env('no roots file', { ROTATION_ROOTS_FILE: '/nowhere/roots' }),
  env('roots that are none', { ROTATION_ROOTS_FILE: '/proc/self/cmdline' }),
  env('servers need not prove who they are', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }),
  env('everything', {
    ...{ ROTATION_CERTIFICATES: 'x', CE_PROJECT_ID: 'x', ROTATION_IAM_URLS: 'x' },
    ...{ ROTATION_PROFILE_ID: undefined, ROTATION_BACKOFF_MILLISECONDS: 'x' },
  }),
  env('roots of Node alone', { ROTATION_ROOTS_FILE: undefined }, E.sourceUnfit),
  env('an id as CRN', { ROTATION_CERTIFICATES: task({ id: crn(ID) }) }, E.fine, 'fresh'),
  env('a notification', { ibmendata: notice(crn(ID)) }, E.fine, 'fresh'),
  env(
    'another notification',
    { ibmendata: notice(crn(ID.replace(/1/g, '9')), 7, null) },
    E.fine,
    'fresh',
  ),
  env(
    'a test event',
    { ibmendata: '{"type":"com.ibm.cloud.secrets-manager.test_event"}' },
    E.fine,
    'fresh',
  ),
  env(
    'a notification without sense',
    { ibmendata: '{"data":{"secrets":"none"}}' },
    E.fine,
    'fresh',
  ),
  env('no notification', { ibmendata: 'not JSON at all' }, E.fine, 'fresh'),
  env('a long notification', { ibmendata: notice(...Array(900).fill(crn(ID))) }, E.fine, 'fresh'),
  env('a name of the run that is none', { CE_JOBRUN: 'x\n{"level":"info"}' }, E.fine, 'fresh'),
];

/** A service at two addresses; nobody listens at the first. */
const ways: Scenario[] = (
  [
    ['ROTATION_IAM_URLS', 'iam'],
    ['ROTATION_SECRETS_MANAGER_URLS', 'secrets-manager'],
    ['ROTATION_CODE_ENGINE_URLS', 'code-engine'],
  ] as const
).flatMap(([variable, service]) => [
  {
    name: `${service} at its second address`,
    env: { [variable]: `http://127.0.0.1:9,{cloud}/${service}` },
    ends: E.fine,
    serves: 'fresh' as const,
  },
  {
    name: `${service} at no address`,
    env: { [variable]: 'http://127.0.0.1:9, http://127.0.0.1:9/again' },
    ends: UNREACHABLE[
      ({ iam: 'token', 'secrets-manager': 'secret', 'code-engine': 'read' } as const)[service]
    ],
    serves: 'old' as const,
  },
]);

export const SCENARIOS: readonly Scenario[] = [
  ...[...fitSecrets, ...unfitSecrets, ...servedSecrets, ...environments, ...ways, ...races],
  ...[...once, ...always, ...refused, ...late, ...kills],
];
