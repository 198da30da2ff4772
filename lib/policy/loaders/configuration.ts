import { Json, eachNamed, list, record } from './json';
import { Scope, Written } from './scope';
import { Block, Waived } from '../graph';
import { Members, Reader } from '../value';

/** Where a configuration was read. */
export interface Origin {
  readonly file?: string;
  /** Line and waivers of a block, for formats that are read by their text too. */
  readonly locate?: (address: string) => { readonly line?: number; readonly waivers?: Waived[] };
}

/** One file of a configuration. */
export interface Part {
  readonly json: unknown;
  readonly origin?: Origin;
}

/** A module: its files, and the modules that it calls, by the names of the calls, as far as somebody has read them. */
export interface Module {
  readonly parts: readonly Part[];
  readonly calls?: ReadonlyMap<string, Module>;
}

/** The blocks of one configuration in Terraform's JSON form, as cdktf writes it and as HCL becomes. */
export const blocksOfConfiguration = (json: unknown, origin?: Origin): Block[] =>
  blocksOfModule({ parts: [{ json, origin }] });

/** The blocks of a configuration in several files and modules: what one file declares, the others use. */
export function blocksOfModule(root: Module): Block[] {
  const blocks: Block[] = [];
  addModule(blocks, root, new Scope(writtenIn(root)));
  return blocks;
}

const writtenIn = ({ parts, calls = NO_CALLS }: Module): Written => ({
  files: parts.map(({ json }) => record(json)),
  calls: new Map([...calls].map(([name, it]) => [name, writtenIn(it)])),
});

const NO_CALLS: ReadonlyMap<string, Module> = new Map();

function addModule(blocks: Block[], { parts, calls = NO_CALLS }: Module, scope: Scope): void {
  for (const { json, origin = {} } of parts) {
    const source = { ...origin, read: scope.read, prefix: scope.prefix };
    addResources(blocks, record(json), source);
    // what a module declares is between it and its caller.
    if (scope.prefix === '') addOthers(blocks, record(json), source);
  }
  for (const [name, it] of calls) {
    const inner = scope.inner(name);
    if (inner) addModule(blocks, it, inner);
  }
}

function addResources(blocks: Block[], root: Json, source: Source): void {
  for (const kind of ['resource', 'data'] as const) {
    for (const [type, named] of Object.entries(record(root[kind]))) {
      const before = kind === 'data' ? `data.${type}.` : `${type}.`;
      eachNamed(named, (name, body) =>
        blocks.push(new WrittenBlock(kind, type, before + name, body, source)),
      );
    }
  }
}

function addOthers(blocks: Block[], root: Json, source: Source): void {
  for (const kind of ['output', 'variable'] as const) {
    eachNamed(root[kind], (name, body) =>
      blocks.push(new WrittenBlock(kind, '', `${kind}.${name}`, body, source)),
    );
  }
  for (const [type, bodies] of Object.entries(record(root.provider))) {
    for (const body of list(bodies)) {
      blocks.push(new WrittenBlock('provider', type, `provider.${type}`, body, source));
    }
  }
  for (const body of list(root.terraform)) {
    blocks.push(new WrittenBlock('terraform', '', 'terraform', body, source));
  }
}

interface Source extends Origin {
  readonly read: Reader;
  /** Before each address: the modules that a block is in. */
  readonly prefix: string;
}

/** A block as it is written. Of most nobody asks more than what they say: all else is looked up when it is asked for. */
class WrittenBlock implements Block {
  public readonly address: string;
  public readonly waivers: readonly Waived[];

  constructor(
    public readonly kind: Block['kind'],
    public readonly type: string,
    /** As its own module calls it. */
    private readonly name: string,
    private readonly given: unknown,
    private readonly source: Source,
  ) {
    this.address = source.prefix === '' ? name : source.prefix + name;
    this.waivers = waivedIn(record(record(given)['//']).waivers, this.located?.waivers);
  }

  public get body(): Members {
    const said = record(this.given);
    if (said.dynamic === undefined) return said as Members;
    return withGenerated(said) as Members;
  }

  public get read(): Reader {
    return this.source.read;
  }

  public get path(): string | undefined {
    const { path } = this.metadata;
    return typeof path === 'string' ? path : undefined;
  }

  public get file(): string | undefined {
    return this.madeAt?.file ?? this.source.file;
  }

  public get line(): number | undefined {
    return this.madeAt?.line ?? this.located?.line;
  }

  private get metadata(): Json {
    return record(record(record(this.given)['//']).metadata);
  }

  private get madeAt() {
    return madeAt(list(this.metadata.stackTrace)[0]);
  }

  private get located() {
    return this.source.locate?.(this.name);
  }
}

/** The waivers in a comment of cdktf's, and those of the code around a block. */
const waivedIn = (said: unknown, around: readonly Waived[] = NONE): readonly Waived[] =>
  said === undefined ? around : [...list(said).flatMap(waivedOf), ...around];

/** Where a construct was made, which is what to mend: `main.ts:11:15`. */
function madeAt(site: unknown): { readonly file: string; readonly line: number } | undefined {
  const [, file, line] = /^(.+):(\d+):\d+$/.exec(String(site)) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}

/** Only Terraform knows how many blocks a `dynamic` one becomes. */
function withGenerated({ dynamic, ...said }: Json): Json {
  const names = list(dynamic).flatMap((it) => Object.keys(record(it)));
  return { ...said, ...Object.fromEntries(names.map((it) => [it, '${null}'])) };
}

export function waivedOf(given: unknown): Waived[] {
  const { rule, reason, owner, until } = record(given);
  return [rule, reason, owner, until].every((it) => typeof it === 'string')
    ? [{ rule, reason, owner, until } as Waived]
    : [];
}

const NONE: readonly never[] = [];
