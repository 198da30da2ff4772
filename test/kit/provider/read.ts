/** Reading: what the cloud remembers of a resource, and what a data source finds there. */
import { fill, readBack, Workshop } from './apply';
import { Cloud } from './cloud';
import { seedOf } from './invent';
import { ObjectValue, UNKNOWN, Value } from './msgpack';
import { conform, isList, isObject, mapValues, same, show } from './schema';

/** The resource as it is now, or null when it is gone. */
export function read(workshop: Workshop, state: ObjectValue): ObjectValue | null {
  const { type, cloud, treachery } = workshop;
  if (treachery.neverReads(type, state)) return state;
  const stored = cloud.get(type, String(state.id));
  treachery.fail(type, 'read', { value: stored ?? state, prior: state, before: stored });
  return stored ? readBack(workshop, stored, state) : null;
}

/**
 * What a data source answers. Where a resource type has the same name, it must exist in the cloud;
 * throws when it does not. Everything else is made up.
 */
export function readDataSource(
  workshop: Workshop,
  hasResource: boolean,
  config: ObjectValue,
): ObjectValue {
  const { type, data, cloud, treachery } = workshop;
  const found = hasResource ? find(cloud, type, config) : undefined;
  if (hasResource && !found) {
    throw new Error(`${type}: got ${wanted(config)}, expected one that exists`);
  }
  const shape = conform(data.schema.block, found ?? {});
  const answer = mapValues(shape, (value, name) => {
    const given = config[name] ?? null;
    if (given !== null && !(isList(given) && given.length === 0)) return given;
    const isComputed = data.schema.block.attributes?.[name]?.computed;
    return value === null && isComputed && !(found && name in found) ? UNKNOWN : value;
  });
  const listed = Object.entries(LISTS[type] ?? {}).map(([name, of]) => [
    name,
    all(cloud, of, config),
  ]);
  const lists = Object.fromEntries(listed) as ObjectValue;
  const value = fill(
    workshop,
    conform(data.schema.block, { ...answer, ...lists }),
    found ? seedOf(type, found) : seedOf(type, config),
  );
  return conform(data.schema.block, treachery.finds({ type, cloud, value, before: null }));
}

/** Data sources that list what the cloud has of a type, and the attribute in which they do; others are made up. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ibm_cis_global_load_balancers: { cis_glb: 'ibm_cis_global_load_balancer' },
};

/** All of a type that has what was asked for. */
const all = (cloud: Cloud, type: string, config: ObjectValue): ObjectValue[] =>
  cloud
    .list(type)
    .map(({ value }) => value)
    .filter((stored) =>
      Object.entries(config).every(
        ([name, value]) => typeof value !== 'string' || same(stored[name] ?? null, value),
      ),
    );

/** The stored resource that has all that was asked for. */
function find(cloud: Cloud, type: string, config: ObjectValue): ObjectValue | undefined {
  const asked = Object.entries(config).filter(([, value]) => typeof value === 'string');
  return cloud
    .list(type)
    .map(({ value }) => value)
    .find((stored) => asked.every(([name, value]) => has(stored, name, value)));
}

/** An argument that the resource has under another name may equal any of its texts. */
function has(stored: ObjectValue, name: string, value: Value): boolean {
  const own = stored[name];
  if (own === undefined) return Object.values(stored).includes(value);
  return own === null || same(own, value) || stored.id === value;
}

function wanted(config: ObjectValue): string {
  const asked = Object.entries(config).filter(
    ([, value]) => value !== null && !isObject(value) && !isList(value),
  );
  return asked.map(([name, value]) => `${name} ${show(value)}`).join(', ') || 'no arguments';
}
