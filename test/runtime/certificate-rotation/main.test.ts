/** The rotator as a real process, against services that fail in every way we could think of. */
import { EXIT_CODES } from '../../../lib/runtime/certificate-rotation/contract';
import { Host, run } from '../../../lib/runtime/certificate-rotation/main';
import { Issued, issue } from '../../kit/rotation/authority';
import { Cloud, Fault, put, startCloud } from '../../kit/rotation/cloud';
import { contentOf, isServed, leaksIn, secretOf } from '../../kit/rotation/judge';
import { playAll } from '../../kit/rotation/play';
import { fakeClock } from '../../kit/rotation/ports';
import { Bench, Ran, openBench } from '../../kit/rotation/process';
import { SCENARIOS, makeStock } from '../../kit/rotation/scenarios';

let bench: Bench;
let results: Promise<Map<string, Promise<string[]>>> | undefined;

beforeAll(async () => {
  bench = await openBench();
});

/** Begins them all with the first that is asked for, several at a time. */
const resultOf = async (name: string) => {
  results ??= makeStock().then((stock) => playAll(SCENARIOS, bench, stock));
  return (await results).get(name);
};

afterAll(() => bench.close());

test('there are enough scenarios, each with a name of its own', () => {
  expect(SCENARIOS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
});

test.each(SCENARIOS.map(({ name }) => name))(
  '%s',
  async (name) => {
    expect(await resultOf(name)).toEqual([]);
  },
  120_000,
);

describe('many certificates', () => {
  const ids = ['a', 'b', 'c'].map((it) => `${it.repeat(8)}-2222-4333-8444-555555555555`);
  const nameOf = (id: string) => `${id[0]}-tls`;
  const hostOf = (id: string) => `${id[0]}.example.com`;

  async function scene(
    work: (cloud: Cloud, env: Record<string, string>, fresh: Issued[]) => unknown,
  ) {
    const cloud = await startCloud();
    try {
      const fresh: Issued[] = [];
      for (const id of ids) {
        const hosts = [hostOf(id)];
        fresh.push(await issue({ hosts }));
        cloud.held.set(id, secretOf(fresh[fresh.length - 1]));
        put(cloud, nameOf(id), contentOf(await issue({ hosts, to: 20 })));
        cloud.mappings.push({ name: hostOf(id), tls_secret: nameOf(id), status: 'ready' });
      }
      const tasks = ids.map((id) => ({ id, tlsSecret: nameOf(id), hosts: [hostOf(id)] }));
      await work(cloud, { ROTATION_CERTIFICATES: JSON.stringify(tasks) }, fresh);
    } finally {
      await cloud.close();
    }
  }

  const noticeOf = (...named: readonly string[]) =>
    JSON.stringify({
      type: 'com.ibm.cloud.secrets-manager.secret_rotated',
      data: { secrets: named.map((id) => ({ secret_id: `crn:v1:x:secret:${id}` })) },
    });

  const rotatedIn = (ran: Ran) =>
    ran.lines.filter(({ event }) => event === 'rotated').map(({ tlsSecret }) => tlsSecret);

  test('a timer names none, and all are carried over with one token', () =>
    scene(async (cloud, env, fresh) => {
      const ran = await bench.run(cloud, env);
      expect(ran.end).toBe(0);
      expect(rotatedIn(ran)).toEqual(['a-tls', 'b-tls', 'c-tls']);
      ids.forEach((id, i) => expect(isServed(cloud, nameOf(id), fresh[i])).toBe(true));
      expect(cloud.everyToken).toHaveLength(1);
      expect(leaksIn(ran, cloud, fresh)).toEqual([]);
    }));

  test('what a notification names comes first, wherever it stands, and the others follow', () =>
    scene(async (cloud, env) => {
      const ran = await bench.run(cloud, { ...env, ibmendata: noticeOf('x', ids[2], ids[1]) });
      expect(rotatedIn(ran)).toEqual(['b-tls', 'c-tls', 'a-tls']);
      const noticed = ran.lines.find(({ event }) => event === 'noticed');
      expect(noticed).toMatchObject({ secrets: 2, known: 2 });
    }));

  test('one that cannot be carried over keeps no other from its turn', () =>
    scene(async (cloud, env, fresh) => {
      cloud.held.set(ids[0], { ...secretOf(fresh[0]), intermediate: '' });
      cloud.served.delete(nameOf(ids[1]));
      const ran = await bench.run(cloud, env);
      expect(ran.end).toBe(EXIT_CODES.sourceUnfit);
      expect(rotatedIn(ran)).toEqual(['c-tls']);
      const finished = ran.lines[ran.lines.length - 1];
      expect(finished).toMatchObject({ event: 'finished', rotated: 1, failed: 2, exitCode: 25 });
    }));

  test('one that takes for ever takes its share of the time, and no more', () =>
    scene(async (cloud, env) => {
      const slow = `/api/v2/secrets/${ids[0]}`;
      const silent: Fault['act'] = ({ asked, carryOut, send }) =>
        asked.url.pathname === slow ? undefined : send(carryOut());
      cloud.faults = [{ on: 'secret', act: silent }];
      const patience = { ROTATION_DEADLINE_SECONDS: '4', ROTATION_ATTEMPTS: '99' };
      const ran = await bench.run(cloud, { ...env, ...patience });
      expect(ran.end).toBe(EXIT_CODES.deadline);
      expect(rotatedIn(ran)).toEqual(['b-tls', 'c-tls']);
    }));
});

describe('on a machine of our own', () => {
  function host(change: Partial<Host> = {}) {
    const lines: any[] = [];
    const made: Host = {
      env: {
        ROTATION_CERTIFICATES: JSON.stringify([
          { id: '11111111-2222-4333-8444-555555555555', tlsSecret: 'x', hosts: ['a.org'] },
        ]),
        ROTATION_PROFILE_ID: 'Profile-1',
        ROTATION_SECRETS_MANAGER_URLS: 'https://sm.example.com',
        CE_API_BASE_URL: 'https://ce.example.com',
        CE_PROJECT_ID: '11111111-2222-4333-8444-555555555555',
        CE_JOBRUN: 'rotate-1',
      },
      clock: { ...fakeClock(), sleep: () => new Promise(() => undefined) },
      transmit: () => new Promise(() => undefined),
      readFile: () => 'a.b.c',
      write: (line) => void lines.push(JSON.parse(line)),
      ...change,
    };
    return { host: made, lines };
  }

  test('what hangs is ended after the deadline', async () => {
    const clock = { ...fakeClock(), sleep: async () => undefined };
    const { host: machine, lines } = host({ clock });
    expect(await run(machine)).toBe(EXIT_CODES.deadline);
    expect(lines[lines.length - 1]).toMatchObject({ event: 'failed', kind: 'deadline' });
  });

  test('a bug is told by its place, never by its message, and has a code of its own', async () => {
    const transmit = async (): Promise<never> => {
      return { status: 200, headers: undefined, text: '{}' } as never;
    };
    const readFile = () => 'secret.token.text';
    const { host: machine, lines } = host({ transmit, readFile });
    expect(await run(machine)).toBe(EXIT_CODES.bug);
    const bug = lines.find(({ event }) => event === 'bug');
    expect(bug).toMatchObject({ level: 'error', name: 'TypeError', run: 'rotate-1' });
    expect(bug.at[0]).toMatch(/^[\w.-]+:\d+:\d+$/);
    expect(JSON.stringify(lines)).not.toMatch(/secret\.token|undefined|Cannot read/);
  });
});
