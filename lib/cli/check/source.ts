/** Finds out what a path holds, and reads it: a synthesis, a plan, or Terraform itself. */
import * as fs from 'fs';
import * as path from 'path';
import { filesOf, followed, partsOf } from './modules';
import { nameOf, readJson } from '../input';
import { plain } from '../plain';
import { refuse } from '../refusal';
import { World } from '../world';
import { Block } from '../../policy/graph';
import { LoadedStack, stacksOfOutput } from '../../policy/loaders/cdktf-output';
import { Part, blocksOfModule } from '../../policy/loaders/configuration';
import { blocksOfPlan } from '../../policy/loaders/plan';

export const ANYTHING = 'the folder of a cdktf synthesis, a plan as JSON, or a folder of Terraform';

/** What was read: stacks, or the one configuration. */
export interface Loaded {
  readonly kind: 'synthesis' | 'plan' | 'configuration';
  readonly stacks: ReadonlyMap<string, readonly Block[]>;
}

/** Reads what a path holds; `-` is a plan or a configuration on stdin. */
export async function load(source: string, world: World): Promise<Loaded> {
  if (source === '-') return ofDocument(await readJson('-', world, ANYTHING), source, world);
  const stat = statOf(source);
  if (stat.isDirectory()) return ofFolder(source, world);
  if (/\.tf$/.test(source)) return ofFiles([source], world);
  return ofDocument(await readJson(source, world, ANYTHING), source, world);
}

function statOf(source: string): fs.Stats {
  try {
    const stat = fs.statSync(source, { throwIfNoEntry: false });
    if (stat) return stat;
  } catch {
    // a name that no file can have is told like one that no file has.
  }
  return refuse({ at: source, got: 'no such file or folder', expected: ANYTHING });
}

async function ofDocument(json: unknown, source: string, world: World): Promise<Loaded> {
  const file = nameOf(source);
  const members = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const has = (...names: string[]) => names.some((it) => members.includes(it));
  if (has('resource_changes', 'planned_values')) return one('plan', blocksOfPlan(json, file));
  if (has('resource', 'data', 'provider', 'output', 'module', 'terraform')) {
    const dir = source === '-' ? undefined : path.dirname(source);
    return one('configuration', await blocksIn(dir, [{ json, origin: { file } }], world));
  }
  return refuse({
    at: file,
    got: 'JSON that is neither a plan nor a configuration',
    expected: ANYTHING,
    remedy: '`terraform show -json PLAN` prints a plan',
  });
}

async function ofFolder(dir: string, world: World): Promise<Loaded> {
  if (isSynthesis(dir)) return ofSynthesis(dir, world);
  const files = filesOf(dir);
  if (files.length > 0) return ofFiles(files, world);
  const inner = fs
    .readdirSync(dir)
    .sort()
    .map((name) => path.join(dir, name));
  const syntheses = inner.filter(isSynthesis);
  if (syntheses.length > 0) return ofSyntheses(syntheses, world);
  return refuse({ at: dir, got: 'a folder without Terraform', expected: ANYTHING });
}

/** Reads files of one folder, and tells which of its modules it did not find. */
async function ofFiles(files: readonly string[], world: World): Promise<Loaded> {
  return one('configuration', await blocksIn(path.dirname(files[0]), await partsOf(files), world));
}

async function blocksIn(
  dir: string | undefined,
  parts: readonly Part[],
  world: World,
): Promise<Block[]> {
  const { module, unread } = await followed(dir, parts);
  for (const { address, isBeside } of unread) {
    const why = isBeside
      ? 'its folder has no Terraform'
      : 'it lies elsewhere; run `terraform init`, or give a plan';
    world.tell(`${plain(address)} is not looked at: ${why}\n`);
  }
  return blocksOfModule(module);
}

const isSynthesis = (dir: string): boolean => fs.existsSync(path.join(dir, 'manifest.json'));

/** Several syntheses side by side, each stack under the name of its own. */
async function ofSyntheses(dirs: readonly string[], world: World): Promise<Loaded> {
  const stacks = new Map<string, readonly Block[]>();
  for (const dir of dirs) {
    const { stacks: own } = await ofSynthesis(dir, world);
    for (const [name, blocks] of own) stacks.set(`${path.basename(dir)}/${name}`, blocks);
  }
  return { kind: 'synthesis', stacks };
}

async function ofSynthesis(dir: string, world: World): Promise<Loaded> {
  const stacks = new Map<string, readonly Block[]>();
  for (const { name, file, json } of synthesizedIn(dir)) {
    stacks.set(name, await blocksIn(path.dirname(file), [{ json, origin: { file } }], world));
  }
  return { kind: 'synthesis', stacks };
}

function synthesizedIn(dir: string): LoadedStack[] {
  try {
    return stacksOfOutput(dir);
  } catch {
    const got = 'a synthesis that is not complete';
    return refuse({ at: dir, got, expected: ANYTHING, remedy: 'run `cdktf synth` again' });
  }
}

const one = (kind: Loaded['kind'], blocks: readonly Block[]): Loaded => ({
  kind,
  stacks: new Map([['', blocks]]),
});
