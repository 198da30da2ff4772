/** Builds the package: bindings, jsii, what runs in the cloud, rules in one file, lazy exports, no noise; skips when `build/` is fresh. */
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { writeBindings } from './bindings';
import { filesUnder, fingerprint, isFresh } from './fingerprint';
import { makeExportsLazy } from './lazy-exports';
import { packRules } from './pack-rules';
import { shipRuntimes, writeRuntimes } from './runtime';
import { argumentsOf, readArguments, runTool, secondsSince } from './tool';

const ROOT = path.join(__dirname, '..');
const INPUTS = [
  'lib',
  'provider',
  'tools',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
];
const GENERATED = `${path.join('lib', '.gen')}${path.sep}`;
const NOISE = /\.(tsbuildinfo|map)$/;

// python's reserved words are all over the provider's attribute names; every other warning is ours.
const JSII_ARGUMENTS = [
  '--silence-warnings',
  'reserved-word',
  '--fail-on-warnings',
  '--compress-assembly',
];

export interface BuildOptions {
  readonly root?: string;
  readonly force?: boolean;
  /** Takes the progress lines. */
  readonly log?: (line: string) => void;
}

/** Builds unless what stands there is fresh; answers whether it built. */
export async function build(options: BuildOptions = {}): Promise<boolean> {
  const { root = ROOT, force = false, log = console.log } = options;
  const mark = path.join(root, '.cache', 'build.fingerprint');
  const wanted = buildFingerprint(root);
  if (!force && isFresh(mark, wanted) && isComplete(root)) return false;
  const step = stepper(log);
  fs.rmSync(mark, { force: true });
  await step('bindings', async () => {
    const outDir = path.join(root, 'lib', '.gen');
    const result = await writeBindings({ providerDir: path.join(root, 'provider'), outDir });
    return result.fresh ? 'fresh' : `${result.types} types`;
  });
  const out = path.join(root, 'build');
  // what is left of a file that is gone from lib/ must not ship.
  fs.rmSync(out, { recursive: true, force: true });
  writeRuntimes(root);
  await step('jsii', () => compile(root));
  await step('runtime', async () => `${shipRuntimes(root, out)} modules`);
  await step('rules', async () => `${packRules(path.join(out, 'policy', 'rules'))} modules`);
  await step('lazy exports', async () => `${makeExportsLazy(out)} barrels`);
  await step('clean', async () => `${removeNoise(out)} files`);
  fs.mkdirSync(path.dirname(mark), { recursive: true });
  // the inputs as they were at the start: what changed meanwhile is not in this build.
  fs.writeFileSync(mark, wanted);
  return true;
}

/** Changes whenever the build would; the bindings count through what they are made of. */
export function buildFingerprint(root: string): string {
  const files = INPUTS.flatMap((input) => filesUnder(path.join(root, input)));
  const parts = files.map((file) => path.relative(root, file));
  return fingerprint(
    root,
    parts.filter((part) => !part.startsWith(GENERATED)),
  );
}

/** Removes what neither Node nor a compiler reads; answers how many files. */
export function removeNoise(dir: string): number {
  const noise = filesUnder(dir).filter((file) => NOISE.test(file));
  for (const file of noise) fs.rmSync(file);
  return noise.length;
}

const isComplete = (root: string) =>
  ['build/index.js', 'build/index.d.ts', '.jsii'].every((file) =>
    fs.existsSync(path.join(root, file)),
  );

async function compile(root: string): Promise<string> {
  const jsii = path.join(root, 'node_modules', 'jsii', 'bin', 'jsii');
  const env = {
    ...process.env,
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  };
  const child = spawn(process.execPath, [jsii, ...JSII_ARGUMENTS], { cwd: root, env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((ended, failed) => child.on('close', ended).on('error', failed));
  if (code !== 0) throw new Error(`${output.trim()}\njsii: got exit code ${code}, expected 0`);
  return 'compiled';
}

function stepper(log: (line: string) => void) {
  return async (name: string, work: () => Promise<string>): Promise<void> => {
    const start = Date.now();
    const result = await work();
    log(`${name.padEnd(12)} ${secondsSince(start).padStart(7)}  ${result}`);
  };
}

if (require.main === module) {
  runTool(async () => {
    const start = Date.now();
    const { flags } = readArguments(argumentsOf(), ['--force']);
    const built = await build({ force: flags.has('--force') });
    console.log(
      built ? `built in ${secondsSince(start)}` : `build/ is fresh, ${secondsSince(start)}`,
    );
  });
}
