import { isBetween } from './address';
import {
  DEEPEST,
  Members,
  Reader,
  Value,
  isUnknown,
  namesIn,
  readWhole,
  referredBy,
  within,
} from './value';

/** Leave that was given to break a rule. */
export interface Waived {
  readonly rule: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
}

/** One block of a configuration: a resource, a data source, a provider, an output or a variable. */
export interface Block {
  /** `ibm_code_engine_app.web`, `data.ibm_cis.edge`, `provider.ibm`. */
  readonly address: string;
  readonly kind: 'resource' | 'data' | 'provider' | 'output' | 'variable' | 'terraform';
  readonly type: string;
  /** What it says, as it stands there; what is read of it is what `read` makes of that. */
  readonly body: Members;
  readonly read: Reader;
  readonly waivers: readonly Waived[];
  /** The construct, where cdktf made it. */
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
}

/** A block with waivers that do not stand in it. */
export const waivedToo = (block: Block, waivers: readonly Waived[] = []): Block => {
  if (waivers.length === 0) return block;
  const { kind, type, address, body, read, path, file, line } = block;
  const all = [...block.waivers, ...waivers];
  return { kind, type, address, body, read, path, file, line, waivers: all };
};

/** All that a block says, with its texts taken apart. */
export const wholeOf = ({ body, read }: Block): Members => readWhole(body, read) as Members;

/** All blocks of one configuration. */
export class Graph {
  private readonly byType = new Map<string, Block[]>();
  private readonly answers = new Map<unknown, unknown>();

  constructor(public readonly blocks: readonly Block[]) {
    for (const block of blocks) {
      const key = keyOf(block);
      const same = this.byType.get(key);
      if (same) same.push(block);
      else this.byType.set(key, [block]);
    }
  }

  /** Resources of a type; of other kinds by `data.…`, `provider.…`, `output.`, `variable.`, `terraform.`. */
  public of(type: string): readonly Block[] {
    return this.byType.get(type) ?? NONE;
  }

  /** The block at an address, if the configuration has it. */
  public at(address: string): Block | undefined {
    const all = this.once('blocks by their addresses', () => byAddress(this.blocks));
    return all.get(address) ?? all.get(address.replace(/\[.*$/, ''));
  }

  /** Whether a block of a type refers, by some attribute, to what may stand for any block. */
  public mayRefer(type: string, attribute?: string): boolean {
    const open = this.once(`${type} open`, () => openIn(this.of(type)));
    return attribute === undefined ? open.size > 0 : open.has(attribute);
  }

  /** What follows from the configuration for a key, worked out the first time that somebody asks. */
  public once<T>(key: unknown, workOut: () => T): T {
    const known = this.answers.get(key);
    if (known !== undefined || this.answers.has(key)) return known as T;
    const answer = workOut();
    this.answers.set(key, answer);
    return answer;
  }
}

const byAddress = (blocks: readonly Block[]): ReadonlyMap<string, Block> =>
  new Map(blocks.map((block) => [block.address, block]));

/** Always the same: it is a key too. */
const NONE: readonly Block[] = [];

/** As rules name types: resources by themselves, all else with its kind. */
const keyOf = ({ kind, type }: Block): string => (kind === 'resource' ? type : `${kind}.${type}`);

/** The attributes of blocks that refer to a local value or the output of a module. */
const openIn = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks
      .flatMap(({ body, read }) => referencesOf(body, read))
      .filter(([, reference]) => isBetween(reference))
      .map(([attribute]) => attribute),
  );

/** Each reference in a value, with the attribute that it stands in; what is known may be taken from somewhere too. */
export function referencesOf(value: Value, read: Reader): [string, string][] {
  const found: [string, string][] = [];
  collect(value, read, '', found);
  return found;
}

/** The addresses that values refer to. */
export const addressesIn = (values: readonly Value[], read: Reader): readonly string[] => [
  ...new Set(values.flatMap((it) => referencesOf(it, read)).map(([, reference]) => reference)),
];

function collect(
  value: Value,
  read: Reader,
  path: string,
  found: [string, string][],
  depth = 0,
): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (isUnknown(value)) {
    for (const reference of value.references) found.push([path, reference]);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(read(item), read, path, found, depth + 1);
  } else {
    const body = value as Members;
    for (const name of namesIn(body, path)) {
      const own = within(path, name);
      collect(referredBy(body, name), read, own, found, depth + 1);
      collect(read(body[name]), read, own, found, depth + 1);
    }
  }
}
