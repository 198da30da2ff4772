/** Carrying out a plan: what the plan left open gets its value, and the cloud remembers the result. */
import { BlockSchema, TypeData } from '../../../tools/provider-data';
import { Cloud } from './cloud';
import { Inventor, seedOf } from './invent';
import { ObjectValue, UNKNOWN, Value } from './msgpack';
import { conform, isList, isObject, mapValues, show } from './schema';
import { Treachery } from './treachery/treachery';

/** A type with all that carrying out a change of it takes. */
export interface Workshop {
  readonly type: string;
  readonly data: TypeData;
  readonly cloud: Cloud;
  readonly inventor: Inventor;
  readonly treachery: Treachery;
}

/** What exists now, although the change failed. */
export class Unfinished extends Error {
  constructor(
    cause: unknown,
    public readonly state: ObjectValue,
  ) {
    super((cause as Error).message, { cause });
  }
}

/** How ids are put together where they are more than the thing's own identity. */
const IDS: readonly {
  readonly types: RegExp;
  readonly parts: readonly string[];
  readonly by: string;
}[] = [
  {
    types:
      /^ibm_appid_(apm|audit_status|idp_cloud_directory|mfa|password_regex|redirect_urls|token_config)$/,
    parts: ['tenant_id'],
    by: '',
  },
  { types: /^ibm_code_engine_project$/, parts: ['project_id'], by: '' },
  { types: /^ibm_code_engine_/, parts: ['project_id', 'name'], by: '/' },
  { types: /^ibm_en_ibmsource$/, parts: ['instance_guid', 'source_id'], by: '/' },
  { types: /^ibm_cis_origin_pool$/, parts: ['pool_id', 'cis_id'], by: ':' },
  { types: /^ibm_(resource_instance|cis|cos_instance)$/, parts: ['crn'], by: '' },
];

/** Makes the resource, or takes over what no destroy removes; throws when IBM Cloud has another of that id. */
export function create(workshop: Workshop, planned: ObjectValue): ObjectValue {
  const { type, cloud, treachery } = workshop;
  treachery.fail(type, 'create', { value: planned });
  const known = seedOf(type, planned);
  const value = fill(workshop, planned, `${known} ${cloud.count(known)}`);
  const id = String(value.id);
  if (cloud.get(type, id) && !treachery.outlives(type, value)) {
    throw new Error(`${type}: got id ${show(id)}, expected one that is free; import what exists`);
  }
  return carryOut(workshop, planned, value, null);
}

/** Changes the resource in place; throws when it is gone or its type cannot be changed. */
export function update(workshop: Workshop, prior: ObjectValue, planned: ObjectValue): ObjectValue {
  const { type, data, cloud, treachery } = workshop;
  const id = String(prior.id);
  const before = cloud.get(type, id);
  treachery.fail(type, 'update', { value: planned, prior, before });
  if (data.facts.updatable === false) {
    throw new Error(`${type}: got a change of ${show(id)}, but the type doesn't support update`);
  }
  if (!before) throw new Error(`${type}: got id ${show(id)}, expected one that exists`);
  const value = fill(workshop, planned, seedOf(type, planned));
  return carryOut(workshop, planned, value, prior);
}

/** Removes the resource, as far as the provider does. */
export function destroy({ type, cloud, treachery }: Workshop, prior: ObjectValue): void {
  const id = String(prior.id);
  const before = cloud.get(type, id);
  treachery.fail(type, 'destroy', { value: prior, before });
  if (!before) return;
  treachery.release({ type, cloud, value: before, before }, () => cloud.delete(type, id));
}

/** Hands a change to the cloud; the state is what a read then answers. */
function carryOut(
  workshop: Workshop,
  planned: ObjectValue,
  value: ObjectValue,
  prior: ObjectValue | null,
): ObjectValue {
  const { type, data, cloud, treachery } = workshop;
  const id = String(value.id);
  const before = (prior && cloud.get(type, id)) ?? null;
  const moment = prior ? 'update' : 'create';
  treachery.swallowing(type, moment, () =>
    cloud.put(type, id, treachery.answer({ type, data, value, prior, before }, cloud)),
  );
  const stored = cloud.get(type, id) ?? value;
  const state = treachery.neverReads(type, value)
    ? value
    : readBack(workshop, stored, planned, true);
  try {
    treachery.fail(type, moment, { value: stored, prior, before }, true);
  } catch (error) {
    throw new Unfinished(error, state);
  }
  return state;
}

/** What the state takes over of what the cloud has; `state` is what it holds or, right after a change, is planned to. */
export function readBack(
  { type, data, treachery }: Workshop,
  stored: ObjectValue,
  state: ObjectValue,
  isFresh = false,
): ObjectValue {
  const seen = treachery.readBack(type, conform(data.schema.block, stored), state, isFresh);
  // how long to wait is no property of the thing: it stands in the state alone.
  return 'timeouts' in seen ? { ...seen, timeouts: state.timeouts ?? null } : seen;
}

/** The value with everything known; the id last, because it is made of other attributes. */
export function fill(workshop: Workshop, value: ObjectValue, seed: string): ObjectValue {
  const { type, data } = workshop;
  const filled = fillBlock(workshop, data.schema.block, value, seed, '');
  if (value.id !== UNKNOWN) return filled;
  const rule = IDS.find(({ types }) => types.test(type));
  const parts = rule?.parts.map((name) => filled[name]) ?? [];
  const isWhole = parts.length > 0 && parts.every((part) => typeof part === 'string');
  return isWhole && rule ? { ...filled, id: parts.join(rule.by) } : filled;
}

function fillBlock(
  workshop: Workshop,
  block: BlockSchema,
  value: ObjectValue,
  seed: string,
  path: string,
): ObjectValue {
  const { type, data, inventor } = workshop;
  const attributes = mapValues(block.attributes ?? {}, ({ type: cty, optional }, name) => {
    const given = value[name] ?? null;
    if (given !== UNKNOWN) return given;
    const facts = data.facts.attributes[path + name];
    return inventor.value({ type, name, cty, facts, isOptional: optional, seed, known: value });
  });
  const blocks = mapValues(block.block_types ?? {}, (nested, name): Value => {
    const given = value[name] ?? null;
    const fillOne = (item: Value, index: number) =>
      isObject(item)
        ? fillBlock(workshop, nested.block, item, `${seed} ${name} ${index}`, `${path}${name}.`)
        : item;
    return isList(given) ? given.map(fillOne) : fillOne(given, 0);
  });
  return { ...attributes, ...blocks };
}
