/** The guard as it is deployed: one file, run by Node, with nothing but its environment; and what speaks to it byte by byte. */
import { ChildProcess, spawn } from 'child_process';
import * as fs from 'fs';
import * as net from 'net';
import * as path from 'path';
import { joined } from '../../../tools/runtime';
import { ROOT } from '../fresh';
import { removeFolder, temporaryFolder } from '../temporary';

/** Values as the edge sends them. */
export const VALUE = 'current-0123456789abcdef0123456789abcdef';
export const OLD_VALUE = 'previous-0123456789abcdef0123456789abcde';
export const WRONG_VALUE = 'wrong-0123456789abcdef0123456789abcdef0';

export interface Line {
  readonly level: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface GuardProcess {
  readonly port: number;
  readonly child: ChildProcess;
  readonly lines: readonly Line[];
  /** All that it wrote, on either stream. */
  readonly output: () => string;
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | string>;
}

export interface GuardBench {
  /** Starts a guard, and answers once it listens or has ended. */
  start(env: Readonly<Record<string, string | undefined>>, module?: string): Promise<GuardProcess>;
  close(): Promise<void>;
}

/** Joins the module once for many processes. */
export function openGuardBench(): GuardBench {
  const folder = temporaryFolder();
  const own = path.join(folder, 'origin-guard.mjs');
  fs.writeFileSync(own, joined(path.join(ROOT, 'lib/runtime/origin-guard/main.ts')));
  const started: GuardProcess[] = [];
  return {
    async start(env, module = own) {
      const given = Object.entries({ PORT: '0', ...env }).filter(([, it]) => it !== undefined);
      const child = spawn(process.execPath, [module], { env: Object.fromEntries(given) as never });
      const guard = await watched(child);
      started.push(guard);
      return guard;
    },
    async close() {
      for (const { child } of started) child.kill('SIGKILL');
      await Promise.all(started.map(({ ended }) => ended));
      removeFolder(folder);
    },
  };
}

async function watched(child: ChildProcess): Promise<GuardProcess> {
  const lines: Line[] = [];
  let [output, rest] = ['', ''];
  const begun = new Promise<number>((done) => {
    child.stdout!.on('data', (part: Buffer) => {
      output += part.toString();
      const whole = (rest + part.toString()).split('\n');
      rest = whole.pop()!;
      for (const text of whole) {
        const line = JSON.parse(text) as Line;
        lines.push(line);
        if (line.event === 'started') done(line.port as number);
      }
    });
  });
  child.stderr!.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<number | string>((done) => {
    child.on('close', (code, signal) => {
      done(code ?? signal ?? 'no end');
    });
  });
  const port = await Promise.race([begun, ended.then(() => 0)]);
  return { port, child, lines, output: () => output, ended };
}

/** Says something to a port as it is, and answers all that comes back until the connection ends or is still for long. */
export function say(port: number, text: string | Buffer, quiet = 400): Promise<string> {
  return new Promise((done) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    const end = () => {
      socket.destroy();
      done(heard);
    };
    socket.setTimeout(quiet, end);
    socket.on('data', (part) => (heard += part.toString('latin1')));
    socket.on('error', end).on('close', end);
  });
}

/** A request as text: a first line, headers, a body. */
export const asked = (first: string, headers: readonly string[] = [], body = ''): string =>
  [first, 'Host: shop.example.com', ...headers, '', body].join('\r\n');

export const LOCKED = `X-Origin-Lock: ${VALUE}`;

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
