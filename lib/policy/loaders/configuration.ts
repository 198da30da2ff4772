import { textValue } from '../expression';
import { Block, Waived } from '../graph';
import { DEEPEST, FORBIDDEN, Members, Reader, Value } from '../value';

type Json = { readonly [name: string]: unknown };

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

/** The blocks of a configuration in several files: what one declares, the others use. */
export function blocksOfParts(parts: readonly Part[]): Block[] {
  const scope = scopeOf(parts.map(({ json }) => record(json)));
  return parts.flatMap(({ json, origin }) => blocksOfConfiguration(json, origin, scope));
}

/** The blocks of one configuration in Terraform's JSON form, as cdktf writes it and as HCL becomes. */
export function blocksOfConfiguration(
  json: unknown,
  origin: Origin = {},
  scope = scopeOf([record(json)]),
): Block[] {
  const root = record(json);
  const source = { ...origin, read: readerOf(scope) };
  const blocks: Block[] = [];
  for (const kind of ['resource', 'data'] as const) {
    for (const [type, named] of Object.entries(record(root[kind]))) {
      const before = kind === 'data' ? `data.${type}.` : `${type}.`;
      eachNamed(named, (name, body) =>
        blocks.push(new WrittenBlock(kind, type, before + name, body, source)),
      );
    }
  }
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
  return blocks;
}

interface Source extends Origin {
  readonly read: Reader;
}

/** A block as it is written. Of most nobody asks more than what they say: all else is looked up when it is asked for. */
class WrittenBlock implements Block {
  public readonly waivers: readonly Waived[];

  constructor(
    public readonly kind: Block['kind'],
    public readonly type: string,
    public readonly address: string,
    private readonly given: unknown,
    private readonly source: Source,
  ) {
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
    return this.source.locate?.(this.address);
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

interface Scope {
  readonly sensitive: ReadonlySet<string>;
  readonly locals: Json;
  /** Texts with expressions, taken apart once: many resources refer to the same project. */
  readonly texts: Map<string, Value>;
}

const scopeOf = (roots: readonly Json[]): Scope => ({
  sensitive: new Set(roots.flatMap(sensitiveNames)),
  locals: Object.assign({}, ...roots.map(localsOf)) as Json,
  texts: new Map(),
});

/** A part of the configuration, as a rule gets to it; what is written into it by name is taken over where it is a literal. */
const readerOf =
  (scope: Scope): Reader =>
  (said) => {
    if (typeof said === 'string') return said.includes('{') ? readText(said, scope) : said;
    // what cdktf has resolved is not JSON yet: the file will have a text.
    return isDate(said) ? said.toJSON() : (said as Value);
  };

const isDate = (said: unknown): said is Date =>
  typeof (said as Partial<Date> | null | undefined)?.toJSON === 'function';

function readText(text: string, scope: Scope): Value {
  const known = scope.texts.get(text);
  if (known !== undefined) return known;
  const local = LOCAL.exec(text)?.[1];
  const value =
    local !== undefined && Object.hasOwn(scope.locals, local)
      ? readLocal(scope.locals[local], scope)
      : textValue(text, scope.sensitive);
  scope.texts.set(text, value);
  return value;
}

const LOCAL = /^\$\{local\.([\w-]+)\}$/;

/** A local value, whose own local values are unknown: they may go round in a circle. */
function readLocal(said: unknown, scope: Scope, depth = 0): Value {
  if (typeof said === 'string') return textValue(said, scope.sensitive);
  if (typeof said !== 'object' || said === null) return said as Value;
  if (depth > DEEPEST) return undefined;
  const inner = (it: unknown) =>
    typeof it === 'string' && !LOCAL.test(it) ? it : readLocal(it, scope, depth + 1);
  if (Array.isArray(said)) return said.map(inner);
  return Object.fromEntries(Object.entries(said).map(([name, it]) => [name, inner(it)]));
}

/** Variables that Terraform hides. */
function sensitiveNames(root: Json): string[] {
  const names: string[] = [];
  eachNamed(root.variable, (name, body) => {
    if (word(record(body).sensitive) === 'true') names.push(`var.${name}`);
  });
  return names;
}

const localsOf = (root: Json): Json => Object.assign({}, ...list(root.locals).map(record)) as Json;

/** Shows blocks with their names; HCL has a list of bodies for each. */
function eachNamed(named: unknown, visit: (name: string, body: unknown) => void): void {
  const bodies = record(named);
  for (const name of Object.keys(bodies)) {
    if (FORBIDDEN.has(name)) continue;
    const body = bodies[name];
    // nearly always; a list of one for each would take as long as the rest.
    if (record(body) === body) visit(name, body);
    else for (const it of list(body)) visit(name, it);
  }
}

export function waivedOf(given: unknown): Waived[] {
  const { rule, reason, owner, until } = record(given);
  return [rule, reason, owner, until].every((it) => typeof it === 'string')
    ? [{ rule, reason, owner, until } as Waived]
    : [];
}

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : NOTHING;

/** A scalar as a text; of what should be one and is not, nothing. */
export const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';

export const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? NONE : Array.isArray(value) ? value : [value];

const NOTHING: Json = {};
const NONE: readonly never[] = [];
