/** Synthesizes every example as its users do, by ts-node over the built package, and says what came out. */
import { spawn } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { build } from './build';
import { argumentsOf, didYouMean, readArguments, runTool, secondsSince, shown } from './tool';

const ROOT = path.join(__dirname, '..');
const EXAMPLES = path.join(ROOT, 'examples');
const OUT = path.join(ROOT, 'cdktf.out');
const LIMIT_MS = 120_000;

/** Where `npm run offline` keeps the cloud of a folder. */
export const CLOUD_NAME = 'terraform.tfcloud.json';

/** What one stack of an example came to. */
export interface StackSummary {
  readonly name: string;
  readonly file: string;
  /** Resources by their type. */
  readonly resources: Readonly<Record<string, number>>;
  readonly waivers: number;
}

/** The examples, by the names of their folders. */
export const exampleNames = (dir: string = EXAMPLES): string[] =>
  fs.readdirSync(dir).filter((name) => fs.existsSync(path.join(dir, name, 'main.ts')));

/** Runs the example in a folder; its output lies whole in `outdir`, or the old one is left as it was. */
export async function synthesizeExample(dir: string, outdir: string): Promise<StackSummary[]> {
  const fresh = `${outdir}.new`;
  fs.rmSync(fresh, { recursive: true, force: true });
  // cdktf makes the folder itself, but not the one around it.
  fs.mkdirSync(path.dirname(fresh), { recursive: true });
  await runExample(dir, fresh);
  keepClouds(outdir, fresh);
  fs.rmSync(outdir, { recursive: true, force: true });
  fs.renameSync(fresh, outdir);
  return summarize(outdir);
}

/** What `npm run offline` made of a stack outlives the stack's synthesis, as its state does. */
function keepClouds(before: string, after: string): void {
  const stacks = path.join(before, 'stacks');
  for (const stack of fs.existsSync(stacks) ? fs.readdirSync(stacks) : []) {
    const [cloud, home] = [path.join(stacks, stack, CLOUD_NAME), path.join(after, 'stacks', stack)];
    if (fs.existsSync(cloud) && fs.existsSync(home))
      fs.copyFileSync(cloud, path.join(home, CLOUD_NAME));
  }
}

/** Reads what a synthesis left in a folder. */
export function summarize(outdir: string): StackSummary[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(outdir, 'manifest.json'), 'utf8')) as {
    stacks: Record<string, { synthesizedStackPath: string }>;
  };
  return Object.entries(manifest.stacks).map(([name, { synthesizedStackPath }]) => {
    const file = path.join(outdir, synthesizedStackPath);
    const { resource = {} } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      resource?: Record<string, Record<string, { '//'?: { waivers?: unknown[] } }>>;
    };
    const blocks = Object.values(resource).flatMap((named) => Object.values(named));
    return {
      name,
      file,
      resources: Object.fromEntries(
        Object.entries(resource).map(([type, named]) => [type, Object.keys(named).length]),
      ),
      waivers: blocks.reduce((sum, block) => sum + (block['//']?.waivers?.length ?? 0), 0),
    };
  });
}

function runExample(dir: string, outdir: string): Promise<void> {
  const project = path.join(EXAMPLES, 'tsconfig.json');
  const args = [require.resolve('ts-node/dist/bin'), '--project', project, 'main.ts'];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: dir,
      env: { ...process.env, CDKTF_OUTDIR: outdir },
      stdio: ['ignore', 'inherit', 'pipe'],
      timeout: LIMIT_MS,
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`${shown(dir)}: got exit code ${code}, expected a synthesis\n${errors}`));
    });
  });
}

function report(name: string, stacks: readonly StackSummary[]): void {
  for (const stack of stacks) {
    const count = Object.values(stack.resources).reduce((sum, number) => sum + number, 0);
    const waived = stack.waivers === 0 ? 'nothing waived' : `${stack.waivers} waived`;
    console.log(`\n${name}  stack ${stack.name}: ${count} resources, ${waived}`);
    for (const [type, number] of Object.entries(stack.resources)) {
      console.log(`  ${number} × ${type}`);
    }
    console.log(`  → ${shown(stack.file)}`);
  }
}

if (require.main === module) {
  runTool(async () => {
    const { rest } = readArguments(argumentsOf(), []);
    const known = exampleNames();
    for (const name of rest.filter((it) => !known.includes(it))) {
      const names = known.join(', ');
      throw new Error(`got ${name}, expected one of ${names}${didYouMean(name, known)}`);
    }
    const start = Date.now();
    await build();
    const names = rest.length > 0 ? rest : known;
    for (const [index, name] of names.entries()) {
      console.log(`synthesizing ${index + 1} of ${names.length}: examples/${name}`);
      report(name, await synthesizeExample(path.join(EXAMPLES, name), path.join(OUT, name)));
    }
    console.log(
      `\nDone in ${secondsSince(start)}. Next: read examples/*/main.ts beside that JSON,`,
    );
    console.log('or `npm test` to see real Terraform apply it without an account.');
  });
}
