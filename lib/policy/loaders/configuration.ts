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
  const read = readerOf(scope);
  const typed = (kind: 'resource' | 'data') =>
    Object.entries(record(root[kind])).flatMap(([type, named]) =>
      namedBodies(named).map(([name, body]) => {
        const address = `${kind === 'data' ? 'data.' : ''}${type}.${name}`;
        return blockOf(kind, type, address, body, read, origin);
      }),
    );
  const single = (kind: 'output' | 'variable') =>
    namedBodies(root[kind]).map(([name, body]) =>
      blockOf(kind, '', `${kind}.${name}`, body, read, origin),
    );
  const providers = Object.entries(record(root.provider)).flatMap(([type, bodies]) =>
    list(bodies).map((body) => blockOf('provider', type, `provider.${type}`, body, read, origin)),
  );
  const settings = list(root.terraform).map((body) =>
    blockOf('terraform', '', 'terraform', body, read, origin),
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
  read: Reader,
  origin: Origin,
): Block {
  const said = record(given);
  const { metadata, waivers } = record(said['//']);
  const { path, stackTrace } = record(metadata);
  const located = origin.locate?.(address);
  const made = stackTrace === undefined ? undefined : madeAt(list(stackTrace)[0]);
  return {
    kind,
    type,
    address,
    body: (said.dynamic === undefined ? said : withGenerated(said)) as Members,
    read,
    waivers: [...list(waivers).flatMap(waivedOf), ...(located?.waivers ?? [])],
    path: typeof path === 'string' ? path : undefined,
    file: made?.file ?? origin.file,
    line: made?.line ?? located?.line,
  };
}

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
