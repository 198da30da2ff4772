/** The rotator: environment in, log lines and exit code out. */
import { randomUUID } from 'crypto';
import * as fs from 'fs';
import { makeCodeEngine } from './code-engine';
import { Configuration, Environment, readConfiguration } from './configuration';
import { EXIT_CODES, FailureKind, GIVEN_VARIABLES, RotationTask } from './contract';
import { isFailure, line } from './failure';
import { makeAsk } from './http';
import { makeAskAsProfile } from './identity';
import { Log, makeLog } from './log';
import { inOrder, readNotice } from './notice';
import { Clock, Ports } from './ports';
import { rotate } from './rotate';
import { makeSecretsManager } from './secrets-manager';
import { Transmit, transmit } from './transport';

/** All that a run sees of the machine, so that a test can be that machine. */
export interface Host {
  readonly env: Environment;
  readonly clock: Clock;
  readonly transmit: Transmit;
  readonly readFile: (file: string) => string;
  readonly write: (line: string) => void;
}

/** After its deadline a run is given this long to end by itself. */
const GRACE = 2_000;

/** One run; answers the exit code and never throws. */
export async function run(host: Host): Promise<number> {
  const given = host.env[GIVEN_VARIABLES.jobRun] ?? '';
  const name = /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
  const log = makeLog(host.write, () => host.clock.now(), name);
  try {
    const { configuration, problems } = readConfiguration(host.env, host.readFile);
    if (configuration) return await within(configuration, host, log, name);
    const exitCode = EXIT_CODES.configuration;
    log.write('error', 'unusable', {
      kind: 'configuration',
      exitCode,
      problems: problems.map(line),
    });
    return exitCode;
  } catch (error) {
    return tellBug(error, log);
  }
}

// whatever hangs, the job is not left to run into its own limit.
async function within(
  configuration: Configuration,
  host: Host,
  log: Log,
  name: string,
): Promise<number> {
  const { deadline } = configuration;
  const until = host.clock.ticks() + deadline;
  const late = host.clock.sleep(deadline + Math.min(GRACE, deadline / 2)).then(() => undefined);
  const code = await Promise.race([carryOver(configuration, host, log, name, until), late]);
  if (code !== undefined) return code;
  const problem = { at: 'the run', got: 'no end', expected: `one in ${deadline / 1000} s` };
  log.write('error', 'failed', failureFields('deadline', [line(problem)]));
  return EXIT_CODES.deadline;
}

async function carryOver(
  configuration: Configuration,
  { env, clock, transmit, readFile }: Host,
  log: Log,
  name: string,
  until: number,
): Promise<number> {
  const { tasks, deadline, secretsManagerUrls } = configuration;
  const begin = clock.ticks();
  log.write('info', 'started', { certificates: tasks.length, deadlineSeconds: deadline / 1000 });
  const ask = makeAskAsProfile(
    makeAsk(configuration, { clock, log, transmit, run: name }),
    configuration,
    readFile,
    log,
  );
  const ports: Ports = {
    source: makeSecretsManager(ask, secretsManagerUrls, log),
    target: makeCodeEngine(ask, configuration, log),
    clock,
    log,
  };
  const count = { rotated: 0, unchanged: 0, failed: 0 };
  let exitCode: number = EXIT_CODES.fine;
  const queue = inNoticedOrder(tasks, env[GIVEN_VARIABLES.notice], log);
  for (const [i, task] of queue.entries()) {
    // each gets its share of the time that is left, so that none takes it from the others.
    const now = clock.ticks();
    const share = now + (until - now) / (queue.length - i);
    const outcome = await attempt(task, ports, configuration, share);
    if (typeof outcome === 'string') count[outcome]++;
    else {
      count.failed++;
      exitCode ||= outcome;
    }
  }
  const seconds = Math.round((clock.ticks() - begin) / 100) / 10;
  log.write(exitCode === 0 ? 'info' : 'error', 'finished', { exitCode, ...count, seconds });
  return exitCode;
}

function inNoticedOrder(
  tasks: readonly RotationTask[],
  text: string | undefined,
  log: Log,
): RotationTask[] {
  if (!text) return [...tasks];
  const notice = readNotice(text);
  if (!notice) log.write('warning', 'notice-unread', { characters: text.length });
  else {
    const known = notice.secrets.filter((id) => tasks.some((task) => task.id === id)).length;
    const { type, secrets } = notice;
    log.write('info', 'noticed', { type, secrets: secrets.length, known });
  }
  return inOrder(tasks, notice);
}

/** What became of one certificate: a word, or the exit code of its failure. */
async function attempt(
  task: RotationTask,
  ports: Ports,
  configuration: Configuration,
  until: number,
): Promise<'rotated' | 'unchanged' | number> {
  try {
    return await rotate(task, ports, configuration, until);
  } catch (error) {
    if (!isFailure(error)) return tellBug(error, ports.log);
    const fields = failureFields(error.kind, error.problems.map(line));
    ports.log.write('error', 'failed', { secret: task.id, tlsSecret: task.tlsSecret, ...fields });
    return EXIT_CODES[error.kind];
  }
}

const failureFields = (kind: FailureKind, problems: readonly string[]) => ({
  kind,
  exitCode: EXIT_CODES[kind],
  problems,
});

// its message may quote anything; where it happened tells enough.
function tellBug(error: unknown, log: Log): number {
  const { name = 'Error', stack = '' } = (error ?? {}) as Partial<Error>;
  const at = [...stack.matchAll(/^ +at (?:[\w.<> ]+ )?\(?.*?([\w.-]+:\d+:\d+)\)?$/gm)];
  const places = at.slice(0, 5).map(([, place]) => place);
  const kind = /^\w{1,40}$/.test(name) ? name : 'Error';
  log.write('error', 'bug', { exitCode: EXIT_CODES.bug, name: kind, at: places });
  return EXIT_CODES.bug;
}

/** The machine itself; ends the process. */
export async function start(process: NodeJS.Process): Promise<never> {
  const clock: Clock = {
    now: Date.now,
    ticks: () => performance.now(),
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    random: Math.random,
  };
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  const end = (error: unknown) => process.exit(tellBug(error, makeLog(write, Date.now, 'unknown')));
  process.on('uncaughtException', end).on('unhandledRejection', end);
  // who reads no further takes nothing from the work.
  process.stdout.on('error', () => undefined);
  const readFile = (file: string) => fs.readFileSync(file, 'utf8');
  return process.exit(await run({ env: process.env, clock, transmit, readFile, write }));
}
