/**
 * What the real provider answers to a configuration, told from schema and facts alone. Written after the
 * SDK that the provider is made with, and on purpose without a line of the provider's double.
 */
import { setFlagsFromString } from 'v8';
import { AttributeFacts, BlockSchema, TypeData } from '../../../tools/provider-data';
import { Decoded, decode, isRecord } from './core';

export type Verdict = 'accepted' | 'refused';

export interface Judgement {
  readonly verdict: Verdict;
  /** Who decides: Terraform before it asks the provider, or the provider. */
  readonly by: 'core' | 'provider';
}

// some patterns nest repetitions, which the usual engine can take ages over.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

export function judge(type: TypeData, config: unknown): Judgement {
  const decoded = decode(type.schema.block, config);
  if (!decoded) return { verdict: 'refused', by: 'core' };
  const view = {
    facts: type.facts.attributes,
    given: new Set(givenKeys(type.schema.block, decoded)),
  };
  const isFine = fits(type.schema.block, decoded, '', '', view) && !hasImplicitId(type, decoded);
  return { verdict: isFine ? 'accepted' : 'refused', by: 'provider' };
}

interface View {
  readonly facts: Readonly<Record<string, AttributeFacts>>;
  /** What the configuration gives, in the SDK's notation, `target.0.name`. */
  readonly given: ReadonlySet<string>;
}

/** What is given: an attribute that is not null, even an empty list, and a block of which there is one. */
function givenKeys(block: BlockSchema, decoded: Decoded, prefix = ''): string[] {
  const attributes = Object.keys(block.attributes ?? {}).filter((name) => decoded[name] !== null);
  const blocks = Object.entries(block.block_types ?? {}).flatMap(([name, nested]) => {
    const items = decoded[name] as Decoded[];
    const inner = items.flatMap((item, index) =>
      givenKeys(nested.block, item, `${prefix}${name}.${index}.`),
    );
    return items.length > 0 ? [prefix + name, ...inner] : [];
  });
  return [...attributes.map((name) => prefix + name), ...blocks];
}

function fits(
  block: BlockSchema,
  decoded: Decoded,
  path: string,
  key: string,
  view: View,
): boolean {
  const attributes = Object.entries(block.attributes ?? {}).every(([name, schema]) => {
    const facts = view.facts[path + name] ?? {};
    const value = decoded[name];
    if (!fitsGroups(key + name, facts, view)) return false;
    if (value === null) return !schema.required;
    if (!schema.required && !schema.optional) return false;
    return fitsNeighbours(facts, view) && fitsValue(facts, value);
  });
  if (!attributes) return false;
  return Object.entries(block.block_types ?? {}).every(([name, nested]) => {
    const facts = view.facts[path + name] ?? {};
    const blocks = decoded[name] as Decoded[];
    if (!fitsGroups(key + name, facts, view)) return false;
    if (blocks.length > 0 && !fitsNeighbours(facts, view)) return false;
    return blocks.every((each, index) =>
      fits(nested.block, each, `${path}${name}.`, `${key}${name}.${index}.`, view),
    );
  });
}

function fitsGroups(key: string, facts: AttributeFacts, { given }: View): boolean {
  const count = (group: readonly string[]) =>
    [...new Set([...group, key])].filter((member) => given.has(member)).length;
  const { exactlyOneOf: one, atLeastOneOf: some } = facts;
  return (!one || count(one) === 1) && (!some || count(some) > 0);
}

function fitsNeighbours({ requiredWith, conflictsWith }: AttributeFacts, { given }: View): boolean {
  return (
    (requiredWith ?? []).every((key) => given.has(key)) &&
    !(conflictsWith ?? []).some((key) => given.has(key))
  );
}

export function fitsValue(facts: AttributeFacts, value: unknown): boolean {
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = Infinity, element = {} } = facts;
    if (value.length < minItems || value.length > maxItems) return false;
    return value.every((item) => item === null || fitsScalar(element, item as string));
  }
  return isRecord(value) || fitsScalar(facts, value as string | number | boolean);
}

function fitsScalar(facts: AttributeFacts, value: string | number | boolean): boolean {
  const { allowed, min = -Infinity, max = Infinity } = facts;
  if (allowed && !allowed.map(String).includes(String(value))) return false;
  if ((facts.min ?? facts.max) !== undefined) {
    if (!(Number(value) >= min && Number(value) <= max)) return false;
  }
  return typeof value !== 'string' || fitsText(facts, value);
}

function fitsText(facts: AttributeFacts, value: string): boolean {
  const { minLength = 0, maxLength = Infinity, pattern, format } = facts;
  const bytes = new TextEncoder().encode(value).length;
  if (bytes < minLength || bytes > maxLength) return false;
  if (pattern !== undefined && !asGo(pattern).test(value)) return false;
  return format === undefined || FORMATS[format].test(value);
}

const FORMATS: Readonly<Record<string, { test(value: string): boolean }>> = {
  integer: /^[-+]?[0-9]+$/,
  path: { test: (value) => value[0] === '/' && new TextEncoder().encode(value).length <= 250 },
  // whether a time may follow differs between attributes and is not recorded: no case asks.
  rfc3339: { test: isDay },
};

function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.map(Number) ?? [];
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}

/** Go's notation: its `\s` is ASCII, and its dot takes every character but the line feed. */
function asGo(pattern: string): RegExp {
  const text = pattern
    .replaceAll('[\\S]', '[^\\t\\n\\f\\r ]')
    .replace(/(\\.|\[(?:\\.|[^\]\\])*\])|\./g, (_, kept?: string) => kept ?? '[^\\n]');
  return new RegExp(text, text.includes('\\p{') ? 'u' : '');
}

/** The SDK adds an `id` to the schema of each type and then refuses it in every configuration. */
function hasImplicitId({ schema, facts }: TypeData, decoded: Decoded): boolean {
  const id = schema.block.attributes?.id;
  const isImplicit = id?.optional === true && id.computed === true && !facts.attributes.id;
  return isImplicit && decoded.id !== null;
}
