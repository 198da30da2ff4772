import { textValue } from '../expression';
import { Block, Waived } from '../graph';
import { Value } from '../value';

type Json = { readonly [name: string]: unknown };

/** Where a configuration was read. */
export interface Origin {
  readonly file?: string;
  /** Line and waivers of a block, for formats that are read by their text too. */
  readonly locate?: (address: string) => { readonly line?: number; readonly waivers?: Waived[] };
}

/** Names that no object of ours may be given. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The deepest that values of a configuration are followed. */
const DEEPEST = 64;

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
  const value = (it: unknown) => valueOf(it, scope);
  const typed = (kind: 'resource' | 'data') =>
    Object.entries(record(root[kind])).flatMap(([type, named]) =>
      namedBodies(named).map(([name, body]) => {
        const address = `${kind === 'data' ? 'data.' : ''}${type}.${name}`;
        return blockOf(kind, type, address, body, value, origin);
      }),
    );
  const single = (kind: 'output' | 'variable') =>
    namedBodies(root[kind]).map(([name, body]) =>
      blockOf(kind, '', `${kind}.${name}`, body, value, origin),
    );
  const providers = Object.entries(record(root.provider)).flatMap(([type, bodies]) =>
    list(bodies).map((body) => blockOf('provider', type, `provider.${type}`, body, value, origin)),
  );
  const settings = list(root.terraform).map((body) =>
    blockOf('terraform', '', 'terraform', body, value, origin),
  );
  return [
    ...typed('resource'),
    ...typed('data'),
    ...single('output'),
    ...single('variable'),
    ...providers,
    ...settings,
  ];
}

function blockOf(
  kind: Block['kind'],
  type: string,
  address: string,
  given: unknown,
  value: (it: unknown) => Value,
  origin: Origin,
): Block {
  const { '//': comment, dynamic, ...said } = record(given);
  const { metadata, waivers } = record(comment);
  const { path, stackTrace } = record(metadata);
  const located = origin.locate?.(address) ?? {};
  let body: Block['body'] | undefined;
  return {
    kind,
    type,
    address,
    // of many blocks nobody reads what they say: it is taken apart for the first who does.
    get body() {
      return (body ??= value({ ...said, ...generatedBlocks(dynamic) }) as Block['body']);
    },
    waivers: [...list(waivers).flatMap(waivedOf), ...(located.waivers ?? [])],
    path: typeof path === 'string' ? path : undefined,
    file: origin.file,
    line: located.line,
    ...madeAt(list(stackTrace)[0]),
  };
}

/** Where a construct was made, which is what to mend: `main.ts:11:15`. */
function madeAt(site: unknown): Pick<Block, 'file' | 'line'> {
  const [, file, line] = /^(.+):(\d+):\d+$/.exec(String(site)) ?? [];
  return file === undefined ? {} : { file, line: Number(line) };
}

/** Only Terraform knows how many blocks a `dynamic` one becomes. */
const generatedBlocks = (dynamic: unknown): Json =>
  Object.fromEntries(
    list(dynamic)
      .flatMap((it) => Object.keys(record(it)))
      .map((it) => [it, '${null}']),
  );

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

/** A value of the configuration; what is written into it by name is taken over where it is a literal. */
function valueOf(given: unknown, scope: Scope, depth = 0): Value {
  if (depth > DEEPEST) return undefined;
  if (typeof given === 'string')
    return given.includes('{') ? templateOf(given, scope, depth) : given;
  if (typeof given !== 'object' || given === null) return given as Value;
  if (Array.isArray(given)) return given.map((item) => valueOf(item, scope, depth + 1));
  // what cdktf has resolved is not JSON yet: the file will have a text.
  if (typeof (given as Partial<Date>).toJSON === 'function') return (given as Date).toJSON();
  const value: Record<string, Value> = {};
  for (const name of Object.keys(given)) {
    if (!FORBIDDEN.has(name)) value[name] = valueOf((given as Json)[name], scope, depth + 1);
  }
  return value;
}

function templateOf(text: string, scope: Scope, depth: number): Value {
  const local = /^\$\{local\.([\w-]+)\}$/.exec(text)?.[1];
  if (local !== undefined && Object.hasOwn(scope.locals, local)) {
    return valueOf(scope.locals[local], { ...scope, locals: {} }, depth + 1);
  }
  const known = scope.texts.get(text);
  if (known !== undefined) return known;
  const value = textValue(text, scope.sensitive);
  scope.texts.set(text, value);
  return value;
}

/** Variables that Terraform hides. */
const sensitiveNames = (root: Json): string[] =>
  namedBodies(root.variable)
    .filter(([, body]) => word(record(body).sensitive) === 'true')
    .map(([name]) => `var.${name}`);

const localsOf = (root: Json): Json => Object.assign({}, ...list(root.locals).map(record)) as Json;

/** Blocks by their names; HCL has a list of bodies for each. */
const namedBodies = (named: unknown): [string, unknown][] =>
  Object.entries(record(named))
    .filter(([name]) => !FORBIDDEN.has(name))
    .flatMap(([name, bodies]) => list(bodies).map((body): [string, unknown] => [name, body]));

export function waivedOf(given: unknown): Waived[] {
  const { rule, reason, owner, until } = record(given);
  return [rule, reason, owner, until].every((it) => typeof it === 'string')
    ? [{ rule, reason, owner, until } as Waived]
    : [];
}

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** A scalar as a text; of what should be one and is not, nothing. */
export const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';

export const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
