/** Schemas and values side by side: shape a value after its schema, and walk it with its paths. */
import {
  AttributeSchema,
  BlockSchema,
  CtyType,
  NestedBlockSchema,
  TypeSchema,
} from '../../../tools/provider-data';
import { ObjectValue, UNKNOWN, Value } from './msgpack';
import { Message } from './protobuf';
import { NESTING } from './protocol';

/** One step into a value: a name, or a place in a list. */
export type Step = string | number;

/** One attribute or block of a walked value. */
export interface Place {
  /** As `provider/` writes it, `probe_liveness.interval`. */
  readonly path: string;
  /** As Terraform writes it; ends at the first set, whose elements have no address. */
  readonly steps: readonly Step[];
  readonly value: Value;
  readonly attribute?: AttributeSchema;
  readonly block?: NestedBlockSchema;
}

export const isObject = (value: Value | undefined): value is ObjectValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** The schema in the form of the plugin protocol. */
export function toProtocol(schema: TypeSchema): Message {
  return { version: schema.version, block: blockToProtocol(schema.block) };
}

/** Every attribute and block of a value, outermost first; what is unknown as a whole is one place. */
export function* walk(
  block: BlockSchema,
  value: ObjectValue,
  path = '',
  steps: readonly Step[] = [],
  inSet = false,
): Generator<Place> {
  const at = (name: string) => (inSet ? steps : [...steps, name]);
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    yield { path: path + name, steps: at(name), value: value[name] ?? null, attribute };
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const given = value[name] ?? null;
    yield { path: path + name, steps: at(name), value: given, block: nested };
    const isSet = inSet || nested.nesting_mode === 'set';
    const isSingle = nested.nesting_mode === 'single';
    const items: readonly Value[] = isList(given) ? given : [given];
    for (const [index, item] of items.entries()) {
      if (!isObject(item)) continue;
      const inner = isSet || isSingle ? at(name) : [...at(name), index];
      yield* walk(nested.block, item, `${path}${name}.`, inner, isSet);
    }
  }
}

/** The value in exactly the shape of the block: nothing more, and null or empty for what is not given. */
export function conform(block: BlockSchema, value: ObjectValue): ObjectValue {
  const result: Record<string, Value> = {};
  for (const [name, { type }] of Object.entries(block.attributes ?? {})) {
    result[name] = conformTo(type, value[name] ?? null);
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    result[name] = conformBlocks(nested, value[name] ?? null);
  }
  return result;
}

/** The value as the type has it; a text becomes a number and back where that is possible. */
export function conformTo(type: CtyType, value: Value): Value {
  if (value === null || value === UNKNOWN) return value;
  if (typeof type === 'string') return conformScalar(type, value);
  const [kind, of] = type;
  if (kind === 'list' || kind === 'set') {
    return isList(value) ? value.map((item) => conformTo(of as CtyType, item)) : null;
  }
  if (!isObject(value)) return null;
  if (kind === 'map') return mapValues(value, (item) => conformTo(of as CtyType, item));
  return mapValues(of as Record<string, CtyType>, (member, name) =>
    conformTo(member, value[name] ?? null),
  );
}

/** Whether two values are the same; numbers count by value and sets without order. */
export function same(a: Value, b: Value, unordered = false): boolean {
  return canonical(a, unordered) === canonical(b, unordered);
}

/** What a message may show of a value: of a secret only its kind and length. */
export function show(value: Value, secret = false): string {
  if (value === null) return 'nothing';
  if (secret)
    return typeof value === 'string' ? `a secret of ${value.length} characters` : 'a secret';
  return JSON.stringify(value, (_, item: unknown) =>
    item === UNKNOWN ? '(known after apply)' : typeof item === 'bigint' ? String(item) : item,
  );
}

export function mapValues<From, To>(
  from: Readonly<Record<string, From>>,
  change: (item: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([name, item]) => [name, change(item, name)]));
}

/** A text that is equal for equal values. */
export function canonical(value: Value, unordered = false): string {
  if (value === UNKNOWN) return '?';
  if (isList(value)) {
    const items = value.map((item) => canonical(item, unordered));
    return `[${(unordered ? items.sort() : items).join()}]`;
  }
  if (isObject(value)) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, item]) => `${name}:${canonical(item, unordered)}`).join()}}`;
  }
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function conformBlocks(nested: NestedBlockSchema, value: Value): Value {
  if (nested.nesting_mode === 'single') {
    return isObject(value) ? conform(nested.block, value) : value === UNKNOWN ? value : null;
  }
  if (!isList(value)) return value === UNKNOWN ? value : [];
  return value.map((item) => (isObject(item) ? conform(nested.block, item) : item));
}

function conformScalar(type: string, value: Value): Value {
  if (isObject(value) || isList(value)) return null;
  if (type === 'string') return String(value);
  if (type === 'bool') return typeof value === 'boolean' ? value : value === 'true';
  if (type !== 'number') return value;
  // terraform keeps more digits than a double: what is no whole number travels as text.
  if (typeof value === 'number') return Number.isInteger(value) ? value : String(value);
  return typeof value === 'boolean' || Number.isNaN(Number(value)) ? null : value;
}

function blockToProtocol(block: BlockSchema): Message {
  const attributes = Object.entries(block.attributes ?? {}).map(([name, { type, ...flags }]) => ({
    name,
    type: JSON.stringify(type),
    ...flags,
  }));
  const blockTypes = Object.entries(block.block_types ?? {}).map(([name, nested]) => ({
    type_name: name,
    block: blockToProtocol(nested.block),
    nesting: NESTING[nested.nesting_mode],
    min_items: nested.min_items,
    max_items: nested.max_items,
  }));
  return { attributes, block_types: blockTypes, deprecated: block.deprecated };
}
