/** What a change would do, the way providers on Terraform's older SDK plan it. */
import {
  AttributeFacts,
  AttributeSchema,
  BlockSchema,
  CtyType,
  NestedBlockSchema,
  TypeData,
} from '../../../tools/provider-data';
import { ObjectValue, UNKNOWN, Value } from './msgpack';
import { conformTo, isList, isObject, mapValues, same, Step } from './schema';
import { edit, isEmpty } from './treachery/paths';

export interface Plan {
  readonly planned: ObjectValue;
  /** The changes that only a new resource can carry. */
  readonly requiresReplace: readonly (readonly Step[])[];
}

type Facts = Readonly<Record<string, AttributeFacts>>;

/**
 * Plans the creation (`prior` is null) or the change of one resource. What stands at one of the `silent`
 * paths stays when the configuration leaves it out.
 */
export function plan(
  { schema, facts }: TypeData,
  prior: ObjectValue | null,
  config: ObjectValue,
  silent: readonly string[] = [],
): Plan {
  const said = planBlock(schema.block, facts.attributes, '', prior, config);
  const planned = silent.reduce(
    (whole, path) => edit(whole, path, (leaf, had) => (isEmpty(leaf) ? had : leaf), prior ?? said),
    said,
  );
  const requiresReplace = prior ? replaced(schema.block, facts.attributes, prior, planned) : [];
  return { planned, requiresReplace };
}

function planBlock(
  block: BlockSchema,
  facts: Facts,
  path: string,
  prior: ObjectValue | null,
  config: ObjectValue,
  inSet = false,
): ObjectValue {
  return {
    ...mapValues(block.attributes ?? {}, (attribute, name) => {
      const known = facts[path + name]?.default;
      return planAttribute(attribute, known, config[name] ?? null, prior, name, inSet);
    }),
    ...mapValues(block.block_types ?? {}, (nested, name) => {
      const before = prior?.[name] ?? null;
      return planBlocks(nested, facts, `${path}${name}.`, before, config[name] ?? null, inSet);
    }),
  };
}

/** The configuration decides; where it is silent the default does, then what was there before. */
function planAttribute(
  { type, computed }: AttributeSchema,
  fallback: unknown,
  given: Value,
  prior: ObjectValue | null,
  name: string,
  inSet: boolean,
): Value {
  if (given !== null) return given;
  if (fallback !== undefined) return conformTo(type, fallback as Value);
  const before = prior?.[name] ?? null;
  // to the SDK a zero in the state and silence in the configuration are the same.
  if (!computed) {
    const silence = inSet ? zeroOf(type) : null;
    return isZero(before) && (prior || !inSet) ? before : silence;
  }
  return prior ? before : UNKNOWN;
}

const isZero = (value: Value) => value === 0 || value === false || isEmpty(value);

/** Inside a set the SDK plans the zero itself for what the configuration leaves out. */
function zeroOf(type: CtyType): Value {
  return type === 'string' ? '' : type === 'number' ? 0 : type === 'bool' ? false : null;
}

function planBlocks(
  nested: NestedBlockSchema,
  facts: Facts,
  path: string,
  prior: Value,
  given: Value,
  within: boolean,
): Value {
  const inSet = within || nested.nesting_mode === 'set';
  const planOne = (item: Value, before: Value | undefined) =>
    isObject(item)
      ? planBlock(nested.block, facts, path, isObject(before) ? before : null, item, inSet)
      : item;
  if (!isList(given)) return planOne(given, prior);
  const befores = isList(prior) ? prior : [];
  if (nested.nesting_mode === 'list')
    return given.map((item, index) => planOne(item, befores[index]));
  return given.map((item) => planOne(item, counterpart(befores, item)));
}

/** The element of a set before the change: the one with everything that the configuration says. */
function counterpart(befores: readonly Value[], item: Value): Value | undefined {
  if (!isObject(item)) return undefined;
  const said = Object.entries(item).filter(([, value]) => value !== null);
  return befores.find(
    (before) =>
      isObject(before) && said.every(([name, value]) => same(before[name] ?? null, value, true)),
  );
}

/**
 * The paths whose change forces a new resource. As in the SDK, a forcing block forces by its number
 * alone: a change inside it forces only where the changed attribute itself does.
 */
function replaced(
  block: BlockSchema,
  facts: Facts,
  prior: ObjectValue,
  planned: ObjectValue,
  path = '',
  steps: readonly Step[] = [],
): Step[][] {
  const attributes = Object.keys(block.attributes ?? {})
    .filter((name) => facts[path + name]?.forceNew)
    .filter((name) => !same(prior[name] ?? null, planned[name] ?? null, true))
    .map((name) => [...steps, name]);
  const blocks = Object.entries(block.block_types ?? {}).flatMap(([name, nested]) => {
    const before = listOf(prior[name]);
    const after = listOf(planned[name]);
    const here = [...steps, name];
    if (facts[path + name]?.forceNew && before.length !== after.length) return [here];
    const pairs = nested.nesting_mode === 'set' ? exchanged(before, after) : paired(before, after);
    return pairs.flatMap(([a, b, index]) => {
      const inner = replaced(nested.block, facts, a, b, `${path}${name}.`, [...here, index]);
      // an element that comes or goes, and one of a set, has no address on both sides.
      const isWhole =
        nested.nesting_mode === 'set' || index >= before.length || index >= after.length;
      return isWhole && inner.length > 0 ? [here] : inner;
    });
  });
  return [...attributes, ...blocks];
}

type Pair = readonly [ObjectValue, ObjectValue, number];

const listOf = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);
const objectOf = (value: Value | undefined): ObjectValue => (isObject(value) ? value : {});

function paired(before: readonly Value[], after: readonly Value[]): Pair[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, i) => [objectOf(before[i]), objectOf(after[i]), i] as const);
}

/** The elements that left a set and those that came, each against nothing. */
function exchanged(before: readonly Value[], after: readonly Value[]): Pair[] {
  const without = (all: readonly Value[], others: readonly Value[]) =>
    all.filter((item) => !others.some((other) => same(item, other, true)));
  return [
    ...without(before, after).map((item, i) => [objectOf(item), {}, i] as const),
    ...without(after, before).map((item, i) => [{}, objectOf(item), i] as const),
  ];
}
