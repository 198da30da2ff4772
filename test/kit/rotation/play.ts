/** Plays scenarios, several at once, and tells what does not hold. */
import { Cloud, put, startCloud } from './cloud';
import { contentOf, faultsIn, isServed, leaksIn, secretOf } from './judge';
import { Bench, Ran } from './process';
import { HOST, ID, Scenario, Scene, Stock, TLS } from './scenarios';

/** At once: some wait for time to pass while others work. */
const LANES = 6;

/** Begins all scenarios, few at a time; answers for each the promise of its faults. */
export function playAll(
  scenarios: readonly Scenario[],
  bench: Bench,
  stock: Stock,
): Map<string, Promise<string[]>> {
  const results = new Map<string, Promise<string[]>>();
  const lanes: Promise<unknown>[] = Array(LANES).fill(Promise.resolve());
  scenarios.forEach((scenario, i) => {
    const result = lanes[i % LANES].then(() => play(scenario, bench, stock));
    lanes[i % LANES] = result.catch(() => undefined);
    results.set(scenario.name, result);
  });
  return results;
}

/** Plays one: the scene, the run with its faults, the judgement, and a clean run that converges. */
export async function play(scenario: Scenario, bench: Bench, stock: Stock): Promise<string[]> {
  const cloud = await startCloud();
  try {
    const scene: Scene = { ...stock, cloud };
    cloud.held.set(ID, secretOf(stock.fresh));
    cloud.mappings.push({ name: HOST, tls_secret: TLS, status: 'ready' });
    put(cloud, TLS, contentOf(stock.old));
    await scenario.given?.(scene);
    const given = scenario.faults ?? [];
    cloud.faults = typeof given === 'function' ? given(scene) : given;
    const first = await faultyRun(scenario, scene, bench);
    cloud.faults = [];
    await scenario.repair?.(scene);
    return [...first, ...(await cleanRun(scenario, scene, bench))];
  } finally {
    await cloud.close();
  }
}

const TASKS = JSON.stringify([{ id: ID, tlsSecret: TLS, hosts: [HOST] }]);

const knownOf = ({ old, fresh, newer }: Scene) => [old, fresh, newer];

const writesOf = (cloud: Cloud) => cloud.asked.filter(({ operation }) => operation === 'write');

async function faultyRun(scenario: Scenario, scene: Scene, bench: Bench): Promise<string[]> {
  const { ends, serves, rotators = 1, killedAfter, writes } = scenario;
  const { cloud } = scene;
  const env = Object.fromEntries(
    Object.entries({ ROTATION_CERTIFICATES: TASKS, ...scenario.env }).map(([name, value]) => [
      name,
      value?.replace('{cloud}', cloud.url),
    ]),
  );
  const runs = Array.from({ length: rotators }, () => bench.run(cloud, env));
  const timer =
    killedAfter === undefined
      ? undefined
      : setTimeout(() => cloud.victim?.kill('SIGKILL'), killedAfter);
  const all = await Promise.all(runs);
  clearTimeout(timer);
  const wanted: readonly unknown[] = [ends].flat();
  return [
    ...all.flatMap((ran) =>
      wanted.includes(ran.end) ? [] : [`ended with ${ran.end}: ${ran.out}`],
    ),
    ...all.flatMap((ran) => faultsOf(ran, scene)),
    ...(serves && !isServed(cloud, TLS, scene[serves]) ? [`does not serve ${serves}`] : []),
    ...(writes === undefined || writesOf(cloud).length === writes
      ? []
      : [`writes ${writesOf(cloud).length} times`]),
  ];
}

async function cleanRun(scenario: Scenario, scene: Scene, bench: Bench): Promise<string[]> {
  const { cloud } = scene;
  const goal = scene[scenario.converges ?? 'fresh'];
  const wasServed = isServed(cloud, TLS, goal);
  const before = writesOf(cloud).length;
  const ran = await bench.run(cloud, { ROTATION_CERTIFICATES: TASKS });
  const writes = writesOf(cloud).length - before;
  return [
    ...(ran.end === 0 ? [] : [`the clean run ended with ${ran.end}: ${ran.out}`]),
    ...faultsOf(ran, scene),
    ...(isServed(cloud, TLS, goal) ? [] : ['does not converge']),
    ...(writes === (wasServed ? 0 : 1) ? [] : [`the clean run writes ${writes} times`]),
  ];
}

function faultsOf(ran: Ran, scene: Scene): string[] {
  const known = knownOf(scene);
  const strange = ran.out.split('\n').filter((line) => line !== '' && !/^\{.*\}$/.test(line));
  return [
    ...faultsIn(scene.cloud, TLS, known),
    ...leaksIn(ran, scene.cloud, known),
    ...(ran.end !== 'SIGKILL' && strange.length > 0 ? ['a line that is no JSON'] : []),
    ...(ran.err === '' ? [] : [`stderr: ${ran.err.slice(0, 300)}`]),
  ];
}
