/** Running a program as a user would in a terminal: its whole output, and an end in time. */
import { spawn } from 'child_process';

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Seconds after which it is killed, with all that it started. */
  readonly limit: number;
}

export interface CommandResult {
  readonly code: number | null;
  /** All that it wrote, on whichever stream, without colours. */
  readonly output: string;
}

// what a terminal reads as colour or movement.
// eslint-disable-next-line no-control-regex
const ESCAPES = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Runs a program to its end, whatever its exit code; throws with its output when that takes too long. */
export function command(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, limit }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // a group of its own, so that nothing that it started is left behind.
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => (output += part));
    }
    let lack = '';
    const stop = (why: string) => {
      lack ||= why;
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const interrupt = () => stop('got an interrupt, expected to come to the end');
    const timer = setTimeout(
      () => stop(`got no end, expected one within ${limit} s`),
      1000 * limit,
    );
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    const leave = () => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    };
    child.on('error', (error) => {
      leave();
      reject(error);
    });
    child.on('close', (code) => {
      leave();
      const plain = output.replace(ESCAPES, '');
      if (lack) reject(new Error(`${[program, ...args].join(' ')}: ${lack}\n${plain}`));
      else resolve({ code, output: plain });
    });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it ended by itself just now.
  }
}
