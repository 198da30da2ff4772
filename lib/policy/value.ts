/** No JSON has such a key. */
const MARK = Symbol.for('cdktf-ibm-code-engine.unknown');

/** What only Terraform knows: the expression as it stands in the code, and what it refers to. */
export class Unknown {
  public readonly [MARK] = true;

  constructor(
    /** The text around what is unknown, which is replaced by `\0`; empty where nothing of it is known. */
    public readonly pattern: string,
    /** The addresses that it refers to: `ibm_code_engine_app.web`. */
    public readonly references: readonly string[],
    /** Whether Terraform hides the value, because something in it is marked sensitive. */
    public readonly isSensitive = false,
    /** What it refers to with its attributes, where that is known: `ibm_code_engine_app.web.endpoint`. */
    public readonly paths: readonly string[] = [],
  ) {}
}

/** Thrown when a rule reads what only Terraform knows, and caught by the engine: the verdict is `unknown`. */
export class Undecided extends Error {
  public readonly isUndecided = true;

  constructor(public readonly attribute: string) {
    super(`\`${attribute}\` is known only to Terraform`);
  }
}

/** Whether a rule ended because of what it could not know. */
export const isUndecided = (error: unknown): error is Error =>
  (error as Partial<Undecided> | undefined)?.isUndecided === true;

/** Under this name a record keeps what its members are taken from, though their values are known: a plan tells both. */
export const REFERRED = Symbol.for('cdktf-ibm-code-engine.referred');

/** What a member of a record is taken from, where its value is known nevertheless. */
export const referredBy = (record: Value, name: string): Unknown | undefined => {
  if (!isRecord(record)) return undefined;
  const kept = (record as { readonly [REFERRED]?: Readonly<Record<string, Unknown>> })[REFERRED];
  return kept && Object.hasOwn(kept, name) ? kept[name] : undefined;
};

/** A value as rules see it: known, unknown as a whole, or known but for some of its members. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | Unknown
  | readonly Value[]
  | { readonly [name: string]: Value };

/** What stands in a block or a map. */
export type Members = { readonly [name: string]: Value };

export const isUnknown = (value: Value): value is Unknown =>
  typeof value === 'object' && value !== null && MARK in value;

export const isRecord = (value: Value): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);

/** Blocks of one kind, of which there may be none, one, or several. */
export const blocksOf = (value: Value): readonly Value[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as readonly Value[])
      : [value];

/** Whether a value is there at all, known or not. */
export const isThere = (value: Value): boolean =>
  value !== undefined && value !== null && value !== '' && blocksOf(value).length > 0;

/**
 * Reads one step of what a block says: of a text what it comes to, of all else the same. Nothing is copied: a rule reads
 * few members of a block, and only where it gets to a text that text is taken apart.
 */
export type Reader = (said: unknown) => Value;

/** Of what was taken apart before. */
export const asIs: Reader = (said) => said as Value;

/** Names that no object of ours may be given. */
export const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A member of a block; of several blocks the first counts, and of what is unknown each member is. */
export function memberOf(value: Value, name: string, read: Reader): Value {
  const first = Array.isArray(value) ? read(value[0]) : value;
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return undefined;
  if (isUnknown(first)) return first;
  return Object.hasOwn(first, name) ? read((first as Members)[name]) : undefined;
}

/** The deepest that a value is followed. */
export const DEEPEST = 64;

/** What Terraform does not read of a block: a comment. */
export const COMMENT = '//';

/** The names of what a value says; of a block, without its comment. */
export const namesIn = (value: object, path: string): readonly string[] => {
  const names = Object.keys(value);
  return path === '' && names.includes(COMMENT) ? names.filter((it) => it !== COMMENT) : names;
};

/** Shows each scalar of a value, known or not, with the path of its attribute; members of a list have the path of the list. */
export function eachLeaf(
  value: Value,
  read: Reader,
  visit: (path: string, leaf: Value) => void,
  path = '',
  depth = 0,
): void {
  if (typeof value !== 'object' || value === null || isUnknown(value)) {
    visit(path, value);
  } else if (Array.isArray(value)) {
    if (depth > DEEPEST) return;
    for (const item of value) eachLeaf(read(item), read, visit, path, depth + 1);
  } else {
    const body = value as Members;
    for (const name of depth > DEEPEST ? [] : namesIn(body, path)) {
      eachLeaf(read(body[name]), read, visit, within(path, name), depth + 1);
    }
  }
}

/** The path of what stands in something. */
export const within = (path: string, name: string): string =>
  path === '' ? name : `${path}.${name}`;

/** Whether any text of a block is such, known or not. */
export function someText(
  body: Members,
  read: Reader,
  isSuch: (text: string | Unknown) => boolean,
): boolean {
  const left = [body];
  for (let it = left.pop(); it !== undefined; it = left.pop()) {
    // what JSON has made, lists too, inherits nothing: no other loop is as fast.
    for (const name in it) {
      const said = it[name];
      if (typeof said !== 'string' && typeof said !== 'object') continue;
      if (name === COMMENT && it === body) continue;
      const value = typeof said === 'string' ? read(said) : said;
      if (typeof value === 'string' || isUnknown(value)) {
        if (isSuch(value)) return true;
      } else if (typeof value === 'object' && value !== null) left.push(value as Members);
    }
  }
  return false;
}

/** All that a block says, with its texts taken apart, as plain values and unknown ones. */
export function readWhole(value: Value, read: Reader, path = '', depth = 0): Value {
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value;
  if (depth > DEEPEST) return undefined;
  const inner = (it: Value, at: string) => readWhole(read(it), read, at, depth + 1);
  if (Array.isArray(value)) return (value as readonly Value[]).map((it) => inner(it, path));
  const body = value as Members;
  return Object.fromEntries(
    namesIn(body, path)
      .filter((name) => !FORBIDDEN.has(name))
      .map((name) => [name, inner(body[name], within(path, name))]),
  );
}

/** A value as a text; of what is none, its JSON. */
export function textOf(value: Value, read: Reader): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(readWhole(value, read)) : String(value);
}

/** Values by type and attribute: `ibm_cis_origin_pool` and `origins.weight`. */
export type Defaults = Readonly<Record<string, Readonly<Record<string, Value>>>>;
