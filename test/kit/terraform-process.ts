/** Running Terraform as a child process. */
import { spawn } from 'child_process';
import * as fs from 'fs';
import { patience, providerMode } from './terraform-mode';

export interface TerraformResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TerraformOptions {
  /** Input variables by name; they go in through the environment and are shown nowhere. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Further environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds after which the command is killed. @default - a minute offline, longer otherwise */
  readonly timeout?: number;
}

/** Runs one command in a folder to its end, whatever its exit code; throws when it does not end in time. */
export function terraform(
  dir: string,
  args: readonly string[],
  options: TerraformOptions = {},
): Promise<TerraformResult> {
  const { variables = {}, environment = {}, timeout = patience() } = options;
  const env = { ...baseEnvironment(), ...variablesAsEnvironment(variables), ...environment };
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', args, { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (part: string) => (output[stream] += part));
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(
        new Error(`terraform ${args[0]}: got no end, expected one within ${timeout / 1000} s`),
      );
    }, timeout);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? -1, ...output });
    });
  });
}

/** What Terraform inherits: with the real provider all, offline nothing that would change its ways. */
function baseEnvironment(): NodeJS.ProcessEnv {
  const quiet = { CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
  if (providerMode() !== 'offline') return { ...process.env, ...quiet };
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'));
  const config = process.env.TF_CLI_CONFIG_FILE;
  // terraform warns at every command of a file that is named and not there.
  const kept = config && fs.existsSync(config) ? { TF_CLI_CONFIG_FILE: config } : {};
  return { ...Object.fromEntries(inherited), ...kept, ...quiet };
}

function variablesAsEnvironment(variables: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      `TF_VAR_${name}`,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

// shorter ones are words like "web", which would take half the text with them.
const SHORTEST_SECRET = 8;

/** Takes values of variables out of a text that lands in reports: any may be a secret. */
export function withoutValues(text: string, { variables = {} }: TerraformOptions): string {
  return Object.entries(variables).reduce(
    (rest, [name, value]) =>
      typeof value === 'string' && value.length >= SHORTEST_SECRET
        ? rest.replaceAll(value, `<var.${name}>`)
        : rest,
    text,
  );
}
