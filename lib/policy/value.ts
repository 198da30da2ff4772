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

/** Values by type and attribute: `ibm_cis_origin_pool` and `origins.weight`. */
export type Defaults = Readonly<Record<string, Readonly<Record<string, Value>>>>;
