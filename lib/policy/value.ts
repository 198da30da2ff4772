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

export const isUnknown = (value: Value): value is Unknown =>
  typeof value === 'object' && value !== null && MARK in value;

export const isRecord = (value: Value): value is { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);

/** Blocks of one kind, of which there may be none, one, or several. */
export const blocksOf = (value: Value): readonly Value[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as readonly Value[])
      : [value];

/** Shows each scalar of a value, known or not, with the path of its attribute; members of a list have the path of the list. */
export function eachLeaf(
  value: Value,
  visit: (path: string, leaf: Value) => void,
  path = '',
): void {
  if (typeof value !== 'object' || value === null || isUnknown(value)) {
    visit(path, value);
  } else if (Array.isArray(value)) {
    for (const item of value as readonly Value[]) eachLeaf(item, visit, path);
  } else {
    const body = value as { readonly [name: string]: Value };
    for (const name of Object.keys(body)) {
      eachLeaf(body[name], visit, path === '' ? name : `${path}.${name}`);
    }
  }
}

/** Values by type and attribute: `ibm_cis_origin_pool` and `origins.weight`. */
export type Defaults = Readonly<Record<string, Readonly<Record<string, Value>>>>;
