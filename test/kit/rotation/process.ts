/** The rotator as it is deployed: one file, run by Node, with nothing but its environment. */
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { Cloud } from './cloud';
import { authorities } from './authority';
import { joined } from '../../../tools/runtime';
import { ROOT } from '../fresh';
import { removeFolder, temporaryFolder } from '../temporary';

export interface Ran {
  /** The exit code, or the signal that ended it. */
  readonly end: number | string;
  readonly out: string;
  readonly err: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly level: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface Bench {
  readonly module: string;
  /** A file with a content, for the time of the bench. */
  file(name: string, content: string): string;
  /** One run against a cloud; `env` is added, and what is undefined in it is taken away. */
  run(cloud: Cloud, env?: Readonly<Record<string, string | undefined>>): Promise<Ran>;
  close(): void;
}

/** Fast enough for hundreds of runs, and slow enough for a machine with other work. */
export const PACE = {
  ROTATION_BACKOFF_MILLISECONDS: '3',
  ROTATION_CALL_TIMEOUT_SECONDS: '1',
  ROTATION_ATTEMPTS: '3',
  ROTATION_DEADLINE_SECONDS: '15',
};

/** Joins the module and lays out what a job finds; one bench serves many runs at once. */
export async function openBench(): Promise<Bench> {
  const folder = temporaryFolder();
  const file = (name: string, content: string) => {
    const place = path.join(folder, name);
    fs.writeFileSync(place, content);
    return place;
  };
  const source = path.join(ROOT, 'lib/runtime/certificate-rotation/main.ts');
  const module = file('certificate-rotation.mjs', joined(source));
  const roots = file('roots.pem', (await authorities()).root.certificate);
  let files = 0;
  return {
    module,
    file,
    run(cloud, env = {}) {
      const token = file(`token-${++files}`, `${cloud.jobToken}\n`);
      const all: Record<string, string | undefined> = {
        ...cloud.env,
        ...PACE,
        ROTATION_TOKEN_FILE: token,
        ROTATION_ROOTS_FILE: roots,
        ...env,
      };
      return runModule(module, all, cloud);
    },
    close: () => removeFolder(folder),
  };
}

/** Runs a module with an environment and nothing else; the cloud learns whom a fault may kill. */
export function runModule(
  module: string,
  env: Readonly<Record<string, string | undefined>>,
  cloud: Cloud,
): Promise<Ran> {
  const given = Object.entries(env).filter(([, value]) => value !== undefined);
  const child = spawn(process.execPath, [module], { env: Object.fromEntries(given) as never });
  cloud.victim = child;
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (err += part));
  return new Promise((done, failed) => {
    child.on('error', failed).on('close', (code, signal) => {
      const whole = out.split('\n').filter((line) => line.endsWith('}'));
      const lines = whole.map((line) => JSON.parse(line) as Line);
      done({ end: code ?? signal ?? 'no end', out, err, lines });
    });
  });
}
