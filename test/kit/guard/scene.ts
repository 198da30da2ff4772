/** A guard before an app, and what most tests say to it. */
import { BehindGuard, startApp } from './app';
import {
  GuardBench,
  GuardProcess,
  LOCKED,
  OLD_VALUE,
  VALUE,
  asked,
  openGuardBench,
  say,
} from './process';

export interface Scene {
  readonly bench: GuardBench;
  readonly app: BehindGuard;
  readonly guard: GuardProcess;
  /** What a guard of this app is told; short of patience, so that tests are not. */
  env(): Record<string, string>;
  /** The same of an app that is down. */
  envOfNoApp(): Promise<Record<string, string>>;
  /** One request that closes its connection, and what comes back. */
  ask(first: string, headers?: readonly string[], body?: string): Promise<string>;
}

/** Opens it for all tests of a file. */
export function guardScene(): Scene {
  const bench = openGuardBench();
  let [app, guard] = [undefined as unknown as BehindGuard, undefined as unknown as GuardProcess];
  const envOf = (url: string) => ({
    ORIGIN_GUARD_VALUE: VALUE,
    ORIGIN_GUARD_PREVIOUS_VALUE: OLD_VALUE,
    ORIGIN_GUARD_UPSTREAM: url,
    ORIGIN_GUARD_TIMEOUT_SECONDS: '1',
    ORIGIN_GUARD_GRACE_SECONDS: '3',
  });
  beforeAll(async () => {
    app = await startApp();
    guard = await bench.start(envOf(app.url));
  });
  afterAll(async () => {
    await bench.close();
    await app.close();
  });
  beforeEach(() => {
    app.asked.length = 0;
    app.aborted.length = 0;
  });
  return {
    bench,
    get app() {
      return app;
    },
    get guard() {
      return guard;
    },
    env: () => envOf(app.url),
    async envOfNoApp() {
      const closed = await startApp();
      await closed.close();
      return envOf(closed.url);
    },
    ask: (first, headers = [LOCKED], body = '') =>
      say(guard.port, asked(first, [...headers, 'Connection: close'], body), 2_000),
  };
}

export const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

/** Waits for something that happens soon. */
export async function until(is: () => boolean): Promise<void> {
  const end = Date.now() + 3_000;
  while (!is() && Date.now() < end) await new Promise((done) => setTimeout(done, 10));
  expect(is()).toBe(true);
}
