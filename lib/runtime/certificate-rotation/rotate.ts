/** Carries one certificate over: reads, decides, writes on condition, and reads again. */
import { X509Certificate } from 'crypto';
import { dateOf, endOf } from './checks';
import { RotationTask } from './contract';
import { decide } from './decision';
import { fail } from './failure';
import { pauseBefore } from './http';
import { Fields, Log } from './log';
import { Pair, textsOf } from './pair';
import { Mapping, Ports } from './ports';

export interface RotationSettings {
  readonly roots: readonly X509Certificate[];
  readonly clockSkew: number;
  readonly attempts: number;
  readonly backoff: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** Secrets Manager begins to renew 31 days before the end; by now it should have succeeded. */
const SOON_DAYS = 21;

/** Ends when the TLS secret holds what Secrets Manager holds; every round begins with what is true. */
export async function rotate(
  task: RotationTask,
  ports: Ports,
  settings: RotationSettings,
  until: number,
): Promise<'rotated' | 'unchanged'> {
  const { source, target, clock, log } = ports;
  const { id, tlsSecret } = task;
  const about = { secret: id, tlsSecret };
  const { roots, clockSkew: skew, attempts, backoff } = settings;
  let writes = 0;
  let wasOlder = false;
  for (;;) {
    const held = await source.read(id, until);
    const served = await target.read(tlsSecret, until);
    const mappings = await target.mappings(tlsSecret, until);
    const hosts = [...new Set([...task.hosts, ...mappings.map(({ host }) => host)])];
    const decision = decide(held, served, { hosts, now: clock.now(), skew, roots });
    if (decision.action === 'keep') {
      const outcome = writes > 0 ? 'rotated' : 'unchanged';
      tellKept(outcome, { ...about, ...factsOf(decision.pair, clock.now()), hosts }, log);
      await lookAfter(mappings, writes > 0 ? attempts : 1, task, ports, settings, until);
      return outcome;
    }
    if (decision.action === 'refuse') {
      if (decision.kind !== 'sourceOlder' || wasOlder) {
        return fail(decision.kind, ...decision.problems);
      }
      // between the two reads another rotator may have carried a newer one over.
      wasOlder = true;
      continue;
    }
    if (writes === attempts) {
      const got = `a change by somebody else, ${attempts} times`;
      return fail('targetConflict', { at: 'TLS secret', got, expected: 'what was written' });
    }
    const facts = factsOf(decision.pair, clock.now());
    const replaces = decision.served?.chain[0].serialNumber ?? 'nothing that can be served';
    log.write('info', 'writing', { ...about, ...facts, replaces });
    // from here on it may be written, whatever the answer.
    writes++;
    const written = await target.write(tlsSecret, textsOf(decision.pair), served.etag, until);
    if (written === 'written') continue;
    log.write('warning', written, about);
    await clock.sleep(pauseBefore(writes, backoff, clock));
  }
}

function tellKept(
  outcome: 'rotated' | 'unchanged',
  facts: Fields & { readonly days: number },
  log: Log,
): void {
  log.write('info', outcome, facts);
  if (facts.days < SOON_DAYS) log.write('warning', 'expires-soon', facts);
}

const factsOf = ({ chain: [leaf] }: Pair, now: number) => ({
  serial: leaf.serialNumber,
  expires: dateOf(endOf(leaf)),
  days: Math.floor((endOf(leaf) - now) / DAY),
});

/** Looks whether the mappings take the certificate up; one that still does so is no failure. */
async function lookAfter(
  seen: readonly Mapping[],
  looks: number,
  { tlsSecret }: RotationTask,
  { target, clock, log }: Ports,
  { backoff }: RotationSettings,
  until: number,
): Promise<void> {
  let mappings = seen;
  const isDeploying = ({ status }: Mapping) => status === 'deploying';
  for (let look = 1; look < looks && mappings.some(isDeploying); look++) {
    await clock.sleep(pauseBefore(look, backoff, clock));
    mappings = await target.mappings(tlsSecret, until);
  }
  for (const { host } of mappings.filter(isDeploying)) {
    log.write('info', 'deploying', { tlsSecret, host });
  }
  const failed = mappings.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return;
  const problems = failed.map(({ host }) => {
    const expected = 'the status ready; look at the mapping in Code Engine';
    return { at: `domain mapping ${host}`, got: 'the status failed', expected };
  });
  return fail('mappingFailed', ...problems);
}
