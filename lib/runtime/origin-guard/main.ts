/** The guard of an origin: environment in, requests through, exit code out. */
import { readConfiguration } from './configuration';
import { GUARD_EXIT_CODES } from './contract';
import { makeGuard } from './guard';
import { codeOf, makeLog } from './log';

/** Listens until the process is told to end; ends the process. */
export async function start(process: NodeJS.Process): Promise<never> {
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  const log = makeLog(write, Date.now);
  // its message may quote anything; where it happened tells enough.
  const end = (error: unknown) => {
    const { stack = '' } = (error ?? {}) as Partial<Error>;
    const places = [...stack.matchAll(/([\w.-]+:\d+:\d+)\)?$/gm)].slice(0, 5);
    log.write('error', 'bug', { at: places.map(([, place]) => place) });
    return process.exit(GUARD_EXIT_CODES.bug);
  };
  process.on('uncaughtException', end).on('unhandledRejection', end);
  // who reads no further takes nothing from the work.
  process.stdout.on('error', () => undefined);

  const { configuration, problems } = readConfiguration(process.env);
  if (!configuration) {
    log.write('error', 'unusable', { problems });
    return process.exit(GUARD_EXIT_CODES.configuration);
  }
  const { port, headerName, values, healthPath } = configuration;
  const guard = makeGuard(configuration, log);
  const told = new Promise((done) => process.once('SIGTERM', done).once('SIGINT', done));
  const failed = new Promise<unknown>((done) => guard.server.once('error', done));
  guard.server.listen(port, () => {
    const address = guard.server.address();
    const listening = typeof address === 'object' ? address?.port : port;
    log.write('info', 'started', {
      ...{ port: listening, header: headerName },
      ...{ values: values.length, healthPath },
    });
  });
  const error = await Promise.race([told.then(() => undefined), failed]);
  if (error !== undefined) {
    log.write('error', 'unusable', { problems: [`the port ${port}: got ${codeOf(error)}`] });
    return process.exit(GUARD_EXIT_CODES.port);
  }
  log.write('info', 'ending');
  await guard.end();
  log.write('info', 'ended');
  return process.exit(GUARD_EXIT_CODES.fine);
}
