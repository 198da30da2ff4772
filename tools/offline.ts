/** Real Terraform over any folder of configuration, without an account: for trying things by hand. */
import { ChildProcess, spawn } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { isatty } from 'tty';
// the one tool that reaches into the tests: the provider that needs no account is theirs.
import { attachment } from '../test/kit/provider/attach';
import { CLOUD_FILE, FileCloud } from '../test/kit/provider/file-cloud';
import { serveProvider } from '../test/kit/provider/server';
import { inTemporaryFolder } from '../test/kit/temporary';
import { terraformAvailable } from '../test/kit/terraform-mode';
import { readProvider } from './provider-data';
import { CLOUD_NAME } from './synth';
import { argumentsOf, didYouMean, runTool, shown } from './tool';

const COMMANDS = ['validate', 'plan', 'apply', 'destroy', 'show'];
const USAGE = 'npm run offline -- plan DIR [flags of terraform plan]';

/** What was asked for. */
export interface Order {
  readonly command: string;
  readonly dir: string;
  /** Handed to Terraform as they are. */
  readonly flags: readonly string[];
}

/** Reads the arguments and looks at what they name; throws one clear line before anything is written. */
export function readOrder([command, folder, ...flags]: readonly string[]): Order {
  const known = `${COMMANDS.slice(0, -1).join(', ')} or ${COMMANDS.at(-1)}`;
  if (command === undefined) throw new Error(`got no command, expected ${known}, as in ${USAGE}`);
  if (!COMMANDS.includes(command)) {
    throw new Error(`got ${command}, expected ${known}${didYouMean(command, COMMANDS)}`);
  }
  if (folder === undefined || folder.startsWith('-')) {
    throw new Error(`got ${folder ?? 'no folder'}, expected a folder of Terraform, as in ${USAGE}`);
  }
  // npm runs a script in the root of the checkout, wherever it was called.
  const dir = path.resolve(process.env.INIT_CWD ?? '.', folder);
  if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${folder}: got no such folder, expected one with a Terraform configuration`);
  }
  if (!isConfiguration(dir)) {
    throw new Error(`${folder}: got no .tf or .tf.json file, expected at least one${nearby(dir)}`);
  }
  if (!terraformAvailable) {
    throw new Error('got no terraform on the PATH, expected one; install it');
  }
  return { command, dir, flags };
}

const isConfiguration = (dir: string): boolean =>
  fs.readdirSync(dir).some((name) => /\.tf(\.json)?$/.test(name));

/** The stacks of a synthesis, for who names the folder around them. */
function nearby(dir: string): string {
  const stacks = path.join(dir, 'stacks');
  const names = fs.existsSync(stacks) ? fs.readdirSync(stacks) : [];
  const found = names.map((name) => path.join(stacks, name)).filter(isConfiguration);
  return found.length > 0 ? `; did you mean ${found.map(shown).join(' or ')}?` : '';
}

/** Carries the order out; answers Terraform's own exit code. */
async function carryOut({ command, dir, flags }: Order): Promise<number> {
  const cloud = new FileCloud(path.resolve(process.env[CLOUD_FILE] || path.join(dir, CLOUD_NAME)));
  return inTemporaryFolder(async (temporary) => {
    const socket = path.join(temporary, 'socket');
    const server = await serveProvider({ data: readProvider(), cloud, socket });
    const environment = { ...terraformEnvironment(), ...attachment(socket) };
    try {
      const code = await initialize(dir, command, environment);
      if (code !== 0) return code;
      const options = { cwd: dir, env: environment, stdio: 'inherit' } as const;
      return await ended(spawn('terraform', [command, ...flags], options));
    } finally {
      await server.close();
    }
  });
}

/** Every time: it takes a moment, and only Terraform knows whether a module or the backend is new. */
async function initialize(dir: string, command: string, env: NodeJS.ProcessEnv): Promise<number> {
  const args = ['init', '-input=false', ...(command === 'validate' ? ['-backend=false'] : [])];
  const child = spawn('terraform', args, { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  const code = await ended(child);
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  return code;
}

function terraformEnvironment(): NodeJS.ProcessEnv {
  const { TF_CLI_CONFIG_FILE: config, ...rest } = process.env;
  // terraform warns at every command of a file that is named and not there.
  const kept = config && fs.existsSync(config) ? { TF_CLI_CONFIG_FILE: config } : {};
  return { ...rest, ...kept, CHECKPOINT_DISABLE: '1' };
}

/** The exit code of a child, which gets the signals that are meant for both. */
async function ended(child: ChildProcess): Promise<number> {
  const hasTerminal = [0, 1, 2].some((stream) => isatty(stream));
  const pass = (signal: NodeJS.Signals) => {
    // a terminal tells every process itself, and a second ctrl-c makes terraform drop its work.
    if (signal !== 'SIGINT' || !hasTerminal) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  try {
    return await new Promise<number>((done, fail) => {
      child.on('error', fail);
      // as a shell counts: who dies of signal 9 ends with 137.
      child.on('close', (code, signal) => done(code ?? 128 + os.constants.signals[signal!]));
    });
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}

if (require.main === module) {
  runTool(() => Promise.resolve(argumentsOf()).then(readOrder).then(carryOut));
}
