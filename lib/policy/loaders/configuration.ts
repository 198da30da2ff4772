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

/** The blocks of one configuration in Terraform's JSON form, as cdktf writes it and as HCL becomes. */
export function blocksOfConfiguration(json: unknown, origin: Origin = {}): Block[] {
  const root = record(json);
  const sensitive = sensitiveNames(root);
  const locals = localsOf(root);
  const value = (it: unknown) => valueOf(it, { sensitive, locals });
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
  const { '//': comment, dynamic, ...rest } = record(given);
  const { metadata, waivers } = record(comment);
  const path = record(metadata).path;
  const located = origin.locate?.(address) ?? {};
  return {
    kind,
    type,
    address,
    body: value({ ...rest, ...generatedBlocks(dynamic) }) as Block['body'],
    waivers: [...list(waivers).flatMap(waivedOf), ...(located.waivers ?? [])],
    path: typeof path === 'string' ? path : undefined,
    file: origin.file,
    line: located.line,
  };
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
}

/** A value of the configuration; what is written into it by name is taken over where it is a literal. */
function valueOf(given: unknown, scope: Scope, depth = 0): Value {
  if (depth > DEEPEST) return undefined;
  if (typeof given === 'string') {
    const local = /^\$\{local\.([\w-]+)\}$/.exec(given)?.[1];
    return local !== undefined && Object.hasOwn(scope.locals, local)
      ? valueOf(scope.locals[local], { ...scope, locals: {} }, depth + 1)
      : textValue(given, scope.sensitive);
  }
  if (Array.isArray(given)) return given.map((item) => valueOf(item, scope, depth + 1));
  if (typeof given === 'object' && given !== null) {
    const entries = Object.entries(given).filter(([name]) => !FORBIDDEN.has(name));
    return Object.fromEntries(entries.map(([name, it]) => [name, valueOf(it, scope, depth + 1)]));
  }
  return given as Value;
}

/** Variables that Terraform hides. */
const sensitiveNames = (root: Json): ReadonlySet<string> =>
  new Set(
    namedBodies(root.variable)
      .filter(([, body]) => String(record(body).sensitive) === 'true')
      .map(([name]) => `var.${name}`),
  );

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

export const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
