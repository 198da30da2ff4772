/** Finds out what a path holds, and reads it: a synthesis, a plan, or Terraform itself. */
import * as fs from 'fs';
import * as path from 'path';
import { readHcl } from './hcl';
import { MOST_BYTES, nameOf, parseJson, readJson } from '../input';
import { refuse } from '../refusal';
import { World } from '../world';
import { Block } from '../../policy/graph';
import { stacksOfOutput } from '../../policy/loaders/cdktf-output';
import { Part, blocksOfConfiguration, blocksOfParts } from '../../policy/loaders/configuration';
import { blocksOfPlan } from '../../policy/loaders/plan';

export const ANYTHING = 'the folder of a cdktf synthesis, a plan as JSON, or a folder of Terraform';

/** What was read: stacks, or the one configuration. */
export interface Loaded {
  readonly kind: 'synthesis' | 'plan' | 'configuration';
  readonly stacks: ReadonlyMap<string, readonly Block[]>;
}

/** Reads what a path holds; `-` is a plan or a configuration on stdin. */
export async function load(source: string, world: World): Promise<Loaded> {
  if (source === '-') return ofDocument(await readJson('-', world, ANYTHING), nameOf(source));
  const stat = statOf(source);
  if (stat.isDirectory()) return ofFolder(source);
  if (/\.tf$/.test(source)) return one('configuration', blocksOfParts(await readHcl([source])));
  return ofDocument(await readJson(source, world, ANYTHING), source);
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

function ofDocument(json: unknown, file: string): Loaded {
  const members = typeof json === 'object' && json !== null ? Object.keys(json) : [];
  const has = (...names: string[]) => names.some((it) => members.includes(it));
  if (has('resource_changes', 'planned_values')) return one('plan', blocksOfPlan(json, file));
  if (has('resource', 'data', 'provider', 'output', 'module', 'terraform')) {
    return one('configuration', blocksOfConfiguration(json, { file }));
  }
  return refuse({
    at: file,
    got: 'JSON that is neither a plan nor a configuration',
    expected: ANYTHING,
    remedy: '`terraform show -json PLAN` prints a plan',
  });
}

async function ofFolder(dir: string): Promise<Loaded> {
  if (isSynthesis(dir)) return ofSynthesis(dir);
  const names = fs.readdirSync(dir).sort();
  const files = names.filter((name) => /\.tf(\.json)?$/.test(name)).map((it) => path.join(dir, it));
  if (files.length === 0) {
    const inner = names.map((name) => path.join(dir, name)).filter(isSynthesis);
    if (inner.length > 0) return ofSyntheses(inner);
    return refuse({ at: dir, got: 'a folder without Terraform', expected: ANYTHING });
  }
  const json = files.filter((file) => file.endsWith('.json')).map(partOf);
  const hcl = await readHcl(files.filter((file) => file.endsWith('.tf')));
  return one('configuration', blocksOfParts([...json, ...hcl]));
}

const isSynthesis = (dir: string): boolean => fs.existsSync(path.join(dir, 'manifest.json'));

/** Several syntheses side by side, each stack under the name of its own. */
function ofSyntheses(dirs: readonly string[]): Loaded {
  const stacks = dirs.flatMap((dir) =>
    [...ofSynthesis(dir).stacks].map(
      ([name, blocks]) => [`${path.basename(dir)}/${name}`, blocks] as const,
    ),
  );
  return { kind: 'synthesis', stacks: new Map(stacks) };
}

function ofSynthesis(dir: string): Loaded {
  try {
    const stacks = stacksOfOutput(dir).map(({ name, blocks }) => [name, blocks] as const);
    return { kind: 'synthesis', stacks: new Map(stacks) };
  } catch {
    const got = 'a synthesis that is not complete';
    return refuse({ at: dir, got, expected: ANYTHING, remedy: 'run `cdktf synth` again' });
  }
}

function partOf(file: string): Part {
  const expected = 'a configuration or plan as JSON';
  const { size } = fs.statSync(file);
  if (size > MOST_BYTES) refuse({ at: file, got: 'too much', expected });
  const json = parseJson(fs.readFileSync(file, 'utf8'), { at: file, expected });
  return { json, origin: { file } };
}

const one = (kind: Loaded['kind'], blocks: readonly Block[]): Loaded => ({
  kind,
  stacks: new Map([['', blocks]]),
});
