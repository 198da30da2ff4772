/** Whether the app is well, for everybody who asks: the app is asked by one at a time, and not often. */
import { request } from 'http';
import { Configuration } from './configuration';

export interface Health {
  /** Whether the app answered well, not long ago. */
  ask(): Promise<boolean>;
}

/** For so long an answer holds: nobody without the value makes the app work more often. */
export const HEALTH_KEPT = 3_000;

/** Less than the health check of the edge waits. */
const PATIENCE = 4_000;

export function makeHealth(
  { upstream: { hostname, port, host }, appHealthPath: path }: Configuration,
  now: () => number,
): Health {
  let last: { readonly time: number; readonly isWell: Promise<boolean> } | undefined;

  const ask = () =>
    new Promise<boolean>((done) => {
      // nothing of who asks goes along.
      const headers = { host, 'user-agent': 'origin-guard' };
      const call = request({ hostname, port, path, headers, agent: false });
      const late = setTimeout(() => call.destroy(), PATIENCE);
      const end = (isWell: boolean) => {
        clearTimeout(late);
        done(isWell);
      };
      call.on('response', ({ statusCode = 0 }) => {
        end(statusCode >= 200 && statusCode < 300);
        call.destroy();
      });
      call.on('error', () => {
        end(false);
      });
      call.on('close', () => {
        end(false);
      });
      call.end();
    });

  return {
    ask() {
      if (path === '') return Promise.resolve(true);
      if (!last || now() - last.time >= HEALTH_KEPT) last = { time: now(), isWell: ask() };
      return last.isWell;
    },
  };
}
