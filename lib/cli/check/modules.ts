/** Reads a folder of Terraform with the modules that it calls, as far as they are there. */
import * as fs from 'fs';
import * as path from 'path';
import { readHcl } from './hcl';
import { MOST_BYTES, parseJson } from '../input';
import { refuse } from '../refusal';
import { Module, Part } from '../../policy/loaders/configuration';
import { eachNamed, list, record, word } from '../../policy/loaders/json';
import { withOverrides } from '../../policy/loaders/overrides';

/** A module that is not there to be read. */
export interface Unread {
  /** `module.network.module.vpc`. */
  readonly address: string;
  /** Whether there should be a folder near its caller; elsewhere, only `terraform init` fetches it. */
  readonly isBeside: boolean;
}

/** A folder with its modules, and those of them that could not be read. */
export interface Followed {
  readonly module: Module;
  readonly unread: readonly Unread[];
}

/** The files of Terraform in a folder. */
export const filesOf = (dir: string): string[] =>
  fs
    .readdirSync(dir)
    .filter((name) => /\.tf(\.json)?$/.test(name))
    .sort()
    .map((name) => path.join(dir, name));

/** Files of a folder, and the modules that they call; of what comes on stdin, nobody knows where it lies. */
export async function followed(dir: string | undefined, parts: readonly Part[]): Promise<Followed> {
  const follower = new Follower(dir);
  return { module: await follower.follow(parts, dir, []), unread: follower.unread };
}

/** Files of one module; those that override others come last, in the order of their names. */
export async function partsOf(files: readonly string[]): Promise<Part[]> {
  const isOverride = (file: string) => /(^|_)override\.tf(\.json)?$/.test(path.basename(file));
  const read = async (some: readonly string[]) => [
    ...some.filter((it) => it.endsWith('.json')).map(partOf),
    ...(await readHcl(some.filter((it) => it.endsWith('.tf')))),
  ];
  const own = await read(files.filter((it) => !isOverride(it)));
  const overrides: Part[] = [];
  for (const file of files.filter(isOverride)) overrides.push(...(await read([file])));
  return overrides.length === 0 ? own : withOverrides(own, overrides);
}

function partOf(file: string): Part {
  const expected = 'a configuration or plan as JSON';
  const { size } = fs.statSync(file);
  if (size > MOST_BYTES) refuse({ at: file, got: 'too much', expected });
  const json = parseJson(fs.readFileSync(file, 'utf8'), { at: file, expected });
  return { json, origin: { file } };
}

/** More than anybody has, and less than modules come to that call themselves, or modules twice each. */
const MOST = { modules: 2000, deep: 50 };

class Follower {
  public readonly unread: Unread[] = [];
  private readonly installed: ReadonlyMap<string, string>;
  private readonly folders = new Map<string, Promise<Part[]>>();
  private count = 0;

  constructor(private readonly root: string | undefined) {
    this.installed = root === undefined ? new Map() : installedIn(root);
  }

  /** A module in a folder; the names are those of the calls that lead to it. */
  public async follow(
    parts: readonly Part[],
    dir: string | undefined,
    names: readonly string[],
  ): Promise<Module> {
    const calls = new Map<string, Module>();
    for (const [name, source] of callsIn(parts)) {
      const inner = [...names, name];
      const isLocal = /^\.\.?(\/|$)/.test(source);
      const beside = isLocal && dir !== undefined ? path.join(dir, source) : undefined;
      const folder = isLocal ? beside : this.installed.get(inner.join('.'));
      if (folder === undefined || !isModule(folder)) {
        this.unread.push({
          address: inner.map((it) => `module.${it}`).join('.'),
          isBeside: beside !== undefined,
        });
        continue;
      }
      this.count += 1;
      if (this.count > MOST.modules || inner.length > MOST.deep) {
        refuse({
          at: this.root ?? '-',
          got: `more than ${MOST.modules} modules, or ${MOST.deep} in each other`,
          expected: 'modules that do not call themselves',
          remedy: 'give a plan as JSON',
        });
      }
      calls.set(name, await this.follow(await this.partsIn(folder), folder, inner));
    }
    return { parts, calls };
  }

  private async partsIn(folder: string): Promise<Part[]> {
    const known = this.folders.get(folder);
    if (known) return known;
    const parts = partsOf(filesOf(folder));
    this.folders.set(folder, parts);
    return parts;
  }
}

const isModule = (dir: string): boolean => {
  try {
    return filesOf(dir).length > 0;
  } catch {
    return false;
  }
};

/** The modules that are called, with their sources. */
function callsIn(parts: readonly Part[]): [string, string][] {
  const calls: [string, string][] = [];
  for (const { json } of parts) {
    eachNamed(record(json).module, (name, body) => calls.push([name, word(record(body).source)]));
  }
  return calls;
}

/** Where `terraform init` has put modules: `network.vpc` and its folder. */
function installedIn(root: string): ReadonlyMap<string, string> {
  try {
    const file = path.join(root, '.terraform/modules/modules.json');
    const { Modules: all } = record(JSON.parse(fs.readFileSync(file, 'utf8')));
    return new Map(
      list(all)
        .map(record)
        .map(({ Key: key, Dir: dir }) => [word(key), path.join(root, word(dir))]),
    );
  } catch {
    // nothing is installed, or nothing that can be read.
    return new Map();
  }
}
