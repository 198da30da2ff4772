/** Whether an account holds what the code says: the code against the cloud, past everything in between. */
import {
  AttributeSchema,
  NestedBlockSchema,
  ProviderData,
  readProvider,
  TypeData,
} from '../../tools/provider-data';
import type { RememberedCloud } from './provider/cloud';
import type { ObjectValue, Value } from './provider/msgpack';
import { conformTo, isList, isObject, same, show } from './provider/schema';

/** What a plan tells of one resource and claims are made of. */
export interface Claimed {
  readonly address: string;
  readonly type: string;
  /** What is planned: what the code says, but for changes that it ignores. */
  readonly after: ObjectValue;
  /** Which of it is marked as sensitive. */
  readonly afterSensitive: unknown;
  /** What of it the code says at all, as the plan has the expressions of the code. */
  readonly expressions: Readonly<Record<string, unknown>>;
}

let provider: ProviderData | undefined;

/** Each place where the cloud holds something else, as `address path: got X, expected Y`. */
export function unmetClaims(
  cloud: RememberedCloud,
  claimed: readonly Claimed[],
  ignored: readonly string[] = [],
): string[] {
  provider ??= readProvider();
  const { resources } = provider;
  return claimed.flatMap((claim) => {
    const { address, type, after } = claim;
    const data: TypeData | undefined = resources[type];
    if (!data) return [];
    const held = cloud.get(type, String(after.id));
    if (!held) return [`${address}: got nothing in the cloud, expected ${show(after.id)}`];
    const walk = { data, ignored: [...ignored], path: '', secret: claim.afterSensitive };
    return differences(walk, data.schema.block, claim.expressions, after, held).map(
      (text) => `${address} ${text}`,
    );
  });
}

interface Walk {
  readonly data: TypeData;
  readonly ignored: readonly string[];
  readonly path: string;
  readonly secret: unknown;
}

function differences(
  walk: Walk,
  { attributes = {}, block_types: blocks = {} }: NestedBlockSchema['block'],
  expressions: Readonly<Record<string, unknown>>,
  said: ObjectValue,
  held: ObjectValue,
): string[] {
  return Object.keys(expressions).flatMap((name) => {
    const path = walk.path + name;
    const value = written(expressions[name]) ?? said[name] ?? null;
    const there: Value = held[name] ?? null;
    // how long to wait is said to the provider, not to the cloud.
    if (value === null || name === 'timeouts' || walk.ignored.includes(path)) return [];
    const inner = { ...walk, path, secret: member(walk.secret, name) };
    if (attributes[name]) return attributeDiffers(inner, attributes[name], value, there);
    if (!blocks[name]) return [];
    return blocksDiffer(inner, blocks[name], expressions[name], value, there);
  });
}

function attributeDiffers(
  { path, data, secret }: Walk,
  attribute: AttributeSchema,
  said: Value,
  held: Value,
): string[] {
  const { type, sensitive } = attribute;
  const code = conformTo(type, said);
  const cloud = conformTo(type, held);
  if (same(code, cloud, type[0] === 'set')) return [];
  const isKnownSecret = sensitive || data.facts.attributes[path]?.sensitive || isMarked(secret);
  // the maps in which secrets lie are marked by nobody.
  const isSecret = isKnownSecret || type[0] === 'map';
  return [`${path}: got ${show(cloud, isSecret)}, expected ${show(code, isSecret)}`];
}

function blocksDiffer(
  walk: Walk,
  { block, nesting_mode: nesting }: NestedBlockSchema,
  expressions: unknown,
  said: Value,
  held: Value,
): string[] {
  const codes = listOf(said);
  const clouds = listOf(held);
  if (codes.length !== clouds.length) {
    return [`${walk.path}: got ${clouds.length} blocks, expected ${codes.length}`];
  }
  const each = listOf(expressions as Value);
  return codes.flatMap((code, index) => {
    // one expression stands for many blocks where they are dynamic.
    const expression = (each[index] ?? each[0] ?? code) as Record<string, unknown>;
    const inner = { ...walk, path: `${walk.path}.`, secret: member(walk.secret, index) };
    const against = (cloud: ObjectValue) => differences(inner, block, expression, code, cloud);
    if (nesting !== 'set') return against(clouds[index]);
    if (clouds.some((cloud) => against(cloud).length === 0)) return [];
    return [`${walk.path}: got no block in the cloud, expected one as in the code`];
  });
}

/** A value that stands in the code as it is: what is planned may be another where changes are ignored. */
function written(expression: unknown): Value | undefined {
  const value = (expression as { readonly constant_value?: Value } | null)?.constant_value;
  // templates count as constants in plans of configurations that are JSON.
  return /[$%]\{/.test(JSON.stringify(value ?? null)) ? undefined : value;
}

function listOf(value: Value): ObjectValue[] {
  const items: readonly Value[] = isList(value) ? value : [value];
  return items.filter((item) => isObject(item));
}

const member = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : value;

const isMarked = (value: unknown): boolean =>
  value === true ||
  (typeof value === 'object' && value !== null && Object.values(value).some(isMarked));
