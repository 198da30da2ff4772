/** What Terraform itself makes of a configuration before the provider is asked. */
import { BlockSchema, CtyType, NestedBlockSchema } from '../../../tools/provider-data';

export type Decoded = Record<string, unknown>;

/** The configuration as the provider gets it, or nothing where Terraform refuses it. */
export function decode(block: BlockSchema, given: unknown): Decoded | undefined {
  // `[null]` is one block with nothing in it.
  const members = given === null ? {} : given;
  if (!isRecord(members)) return undefined;
  const { attributes = {}, block_types: blocks = {} } = block;
  if (Object.keys(members).some((name) => !(name in attributes) && !(name in blocks))) {
    return undefined;
  }
  const result: Decoded = {};
  for (const [name, { type, required }] of Object.entries(attributes)) {
    // null is something to Terraform where it is written; that it is nothing, the provider tells.
    if (required && members[name] === undefined) return undefined;
    const value = convert(type, members[name] ?? null);
    if (value === undefined) return undefined;
    result[name] = value;
  }
  for (const [name, nested] of Object.entries(blocks)) {
    const value = decodeBlocks(nested, members[name] ?? null);
    if (value === undefined) return undefined;
    result[name] = value;
  }
  return result;
}

function decodeBlocks(nested: NestedBlockSchema, given: unknown): Decoded[] | undefined {
  const items = given === null ? [] : Array.isArray(given) ? (given as unknown[]) : [given];
  const most = nested.nesting_mode === 'single' ? 1 : nested.max_items || Infinity;
  if (items.length < (nested.min_items ?? 0) || items.length > most) return undefined;
  const decoded = items.map((item) => decode(nested.block, item));
  return decoded.every((item) => item !== undefined) ? decoded : undefined;
}

/** The value as the type has it; `undefined` where Terraform knows no way. */
export function convert(type: CtyType, value: unknown): unknown {
  if (value === null) return null;
  if (typeof type === 'string') return convertScalar(type, value);
  const [kind, of] = type;
  if (kind === 'map' && isRecord(value)) {
    const members = Object.entries(value).map(([key, item]) => [key, convert(of as CtyType, item)]);
    return members.every(([, item]) => item !== undefined)
      ? Object.fromEntries(members)
      : undefined;
  }
  if ((kind === 'list' || kind === 'set') && Array.isArray(value)) {
    const items = value.map((item) => convert(of as CtyType, item));
    if (items.includes(undefined)) return undefined;
    return kind === 'set' ? [...new Set(items)] : items;
  }
  return undefined;
}

function convertScalar(type: string, value: unknown): unknown {
  if (typeof value === 'object') return undefined;
  if (type === 'string') return String(value);
  if (type === 'number') {
    if (typeof value === 'number') return value;
    return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
  }
  if (typeof value === 'boolean') return value;
  const words: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };
  return typeof value === 'string' ? words[value] : undefined;
}

const NUMBER = /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
