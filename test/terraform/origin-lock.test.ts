/** A lock from its first apply through a rotation: at every moment what the edge sends is what the guards let in. */
import * as fs from 'fs';
import * as path from 'path';
import { TerraformStack } from 'cdktf';
import { BehindGuard, startApp } from '../kit/guard/app';
import { Instance, Moment, WatchedCloud, throughEdge } from '../kit/guard/deployed';
import { GuardProcess, openGuardBench, say, statusOf } from '../kit/guard/process';
import { withProvider } from '../kit/samples';
import { lockedDomain, valueOf } from '../kit/samples-lock';
import { removeFolder, temporaryFolder } from '../kit/temporary';
import { Workspace, describeOffline } from '../kit/terraform';

const FIRST = `first-"'\\-</script>-${'0'.repeat(32)}`;
const NEXT = `next-${'1'.repeat(32)}`;
const ACTION = 'ibm_cis_edge_functions_action';
const APP = 'ibm_code_engine_app';

const phase =
  (name: string, previous?: string, isLocked = true) =>
  (stack: TerraformStack) => {
    const values = { first: valueOf(stack, 'first'), next: valueOf(stack, 'next') };
    const of = (key?: string) => values[key as keyof typeof values];
    lockedDomain(stack, { headerValue: of(name), previousHeaderValue: of(previous) }, isLocked);
  };
const UNLOCKED = phase('first', undefined, false);
const BEFORE = phase('first');
const BOTH = phase('next', 'first');
const AFTER = phase('next');

describeOffline('a host behind a lock', () => {
  const bench = openGuardBench();
  const folder = temporaryFolder();
  const guards = new Map<string, Promise<GuardProcess>>();
  let app: BehindGuard;
  let [workspace, cloud] = [undefined as unknown as Workspace, new WatchedCloud()];

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(() => {
    cloud = new WatchedCloud();
  });
  afterEach(() => workspace.close());
  afterAll(async () => {
    await bench.close();
    await app.close();
    removeFolder(folder);
  });

  async function deploy(define: (stack: TerraformStack) => void): Promise<void> {
    const variables = { first: FIRST, next: NEXT };
    workspace = await Workspace.open(withProvider(define), { cloud, variables });
    await workspace.must('init', ['init']);
    await apply();
  }
  /** One apply; answers its moments, and then the edge settles. */
  async function change(define: (stack: TerraformStack) => void): Promise<Moment[]> {
    cloud.settle();
    await workspace.replace(withProvider(define));
    await apply();
    return cloud.moments;
  }
  const apply = () => workspace.must('apply', ['apply', '-no-color', '-auto-approve']);

  /** The real guard with the text and the environment of an instance; only where its app is differs. */
  function guardOf({ environment, module }: Instance): Promise<GuardProcess> {
    const key = JSON.stringify(environment);
    const found =
      guards.get(key) ??
      (() => {
        const file = path.join(folder, `guard-${guards.size}.mjs`);
        fs.writeFileSync(file, module);
        expect(environment.ORIGIN_GUARD_UPSTREAM).toMatch(/^http:\/\//);
        return bench.start({ ...environment, ORIGIN_GUARD_UPSTREAM: app.url }, file);
      })();
    guards.set(key, found);
    return found;
  }

  /** What becomes of a request that comes through the edge, for each way in which edge and guards may stand. */
  async function statusesAt({ scripts, instances }: Moment): Promise<number[]> {
    const pairs = scripts.flatMap((script) => instances.map((it) => [script, it] as const));
    return Promise.all(
      pairs.map(async ([script, instance]) => {
        const headers = await throughEdge(script, { 'X-Origin-Lock': 'forged', Accept: 'a' });
        const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
        const text = ['GET /a HTTP/1.1', 'Host: shop.example.com', 'Connection: close', ...lines];
        return statusOf(await say((await guardOf(instance)).port, `${text.join('\r\n')}\r\n\r\n`));
      }),
    );
  }
  const statusesOf = async (moments: readonly Moment[]) =>
    new Set((await Promise.all(moments.map(statusesAt))).flat());

  test('takes a new value without a moment at which the edge is refused', async () => {
    await deploy(BEFORE);
    expect(await statusesOf(cloud.moments)).toEqual(new Set([200]));

    const both = await change(BOTH);
    const touched = both.map(({ type }) => type).filter((it) => it.startsWith('ibm_'));
    expect(touched).toEqual(['ibm_code_engine_secret', APP, ACTION]);
    expect(both[2].scripts).toHaveLength(2);
    expect(await statusesOf(both)).toEqual(new Set([200]));

    const after = await change(AFTER);
    expect(after.map(({ type }) => type)).toEqual(['ibm_code_engine_secret', APP]);
    expect(await statusesOf(after)).toEqual(new Set([200]));

    const { scripts } = both[0];
    const { instances } = after[after.length - 1];
    // what was rotated out opens nothing any more.
    expect(
      await statusesAt({
        ...after[0],
        scripts: scripts.slice(0, 1),
        instances: instances.slice(-1),
      }),
    ).toEqual([403]);
    await workspace.must('a plan without changes', ['plan', '-no-color', '-detailed-exitcode']);
  });

  test('refuses the edge for a moment when a value is replaced without the one before', async () => {
    await deploy(BEFORE);
    expect(await statusesOf(await change(AFTER))).toEqual(new Set([200, 403]));
  });

  test('is not given a value by the edge that no guard knows yet', async () => {
    await deploy(BEFORE);
    cloud.settle();
    cloud.rollout = 'deploying';
    await workspace.replace(withProvider(BOTH));
    const stopped = await workspace.terraform('apply', '-no-color', '-auto-approve');
    expect([stopped.code, stopped.stderr.replace(/[│\s]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('does not serve its last change yet: it is deploying'),
    ]);
    expect(cloud.moments.map(({ type }) => type)).not.toContain(ACTION);
    expect(await statusesOf(cloud.moments)).toEqual(new Set([200]));

    cloud.rollout = 'ready';
    for (const { id, value } of cloud.list(APP)) cloud.put(APP, id, { ...value, status: 'ready' });
    cloud.moments = [];
    await apply();
    expect(cloud.moments.map(({ type }) => type)).toEqual([ACTION]);
    expect(await statusesOf(cloud.moments)).toEqual(new Set([200]));
  });

  test('gets its lock when the edge sends the header, and no earlier', async () => {
    await deploy(UNLOCKED);
    const moments = await change(BEFORE);
    const order = moments.map(({ type }) => type).filter((it) => /edge_f|mapping|_app$/.test(it));
    expect(order).toEqual([
      APP,
      ACTION,
      'ibm_cis_edge_functions_trigger',
      'ibm_code_engine_domain_mapping',
    ]);
    expect(cloud.list('ibm_cis_healthcheck')[0].value.path).toBe('/ping');
  });

  test('is refused by the plan with a value that no header holds, which is not shown', async () => {
    const variables = { first: 'too-short-a-value', next: NEXT };
    workspace = await Workspace.open(withProvider(BEFORE), { cloud, variables });
    await workspace.must('init', ['init']);
    const { code, stdout, stderr } = await workspace.terraform('plan', '-no-color');
    expect([code, stderr.replace(/[│\s]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('has to be 32 to 512 printable characters without spaces'),
    ]);
    expect(stdout + stderr).not.toContain('too-short-a-value');
    expect(cloud.size).toBe(0);
  });
});
