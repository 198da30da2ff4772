/** From a plan to what the cloud keeps: what reaches the service, and what the service makes of it. */
import { TypeData } from '../../../../tools/provider-data';
import { ObjectValue, Value } from '../msgpack';
import { isList, isObject, mapValues, same } from '../schema';
import { Behaviour, Request, SPELLINGS } from './behaviours';
import { holds } from './conditions';
import { edit, isEmpty, topOf } from './paths';

/** A creation (`prior` and `before` are null) or a change on its way to the cloud. */
export interface Change {
  readonly type: string;
  readonly data: TypeData;
  /** As it is planned, with everything known. */
  readonly value: ObjectValue;
  /** As the state had it. */
  readonly prior: ObjectValue | null;
  /** As the cloud has it. */
  readonly before: ObjectValue | null;
}

/** What arrives: a change carries what changed, and not always that; the rest stays or is the default. */
export function received(behaviours: readonly Behaviour[], change: Change): ObjectValue {
  const { value, prior, before } = change;
  const stays = (name: string) => before !== null && name in before && !isTouched(change, name);
  const start = mapValues(value, (given, name) => (stays(name) ? (before?.[name] ?? null) : given));
  const situation = { value, prior, before };
  return behaviours.reduce((result, { drops, unsent, when }) => {
    const entry = drops ?? unsent;
    if (!entry || !isDue(entry.on, change) || !holds(when, situation)) return result;
    const paths = entry.paths.filter((path) => isTouched(change, topOf(path)));
    return paths.reduce((whole, path) => {
      const fallback = drops?.becomes === undefined ? defaultOf(change, path) : drops.becomes;
      const isLost = (leaf: Value) => entry.values?.some((one) => same(leaf, one)) ?? true;
      const instead = (had: Value) => (unsent && before ? had : fallback);
      return edit(whole, path, (leaf, had) => (isLost(leaf) ? instead(had) : leaf), before);
    }, result);
  }, start);
}

/** What the service keeps of what arrived, but for its quirks. */
export function kept(
  behaviours: readonly Behaviour[],
  change: Change,
  arrived: ObjectValue,
): ObjectValue {
  return behaviours.reduce((value, { adds, wipes, respells, when }) => {
    const on = adds?.on ?? wipes?.on;
    if (!isDue(on, change) || !holds(when, { ...change, value })) return value;
    const added = Object.entries(adds?.values ?? {}).reduce(
      (whole, [path, own]) => edit(whole, path, (leaf) => (isEmpty(leaf) ? own : leaf)),
      value,
    );
    const wiped = (wipes?.paths ?? []).reduce(
      (whole, path) => edit(whole, path, () => wipes?.becomes ?? null),
      added,
    );
    return (respells?.paths ?? []).reduce(
      (whole, path) => edit(whole, path, (leaf) => respelled(leaf, respells ?? {})),
      wiped,
    );
  }, arrived);
}

/** A value as the service writes it. */
export function respelled(value: Value, spelling: Partial<Behaviour['respells']>): Value {
  const { by, from, to } = spelling ?? {};
  if (value === null || (from !== undefined && !same(value, from))) return value;
  if (by === undefined) return to ?? null;
  if (isList(value)) return value.map((item) => respelled(item, spelling));
  if (isObject(value)) return mapValues(value, (item) => respelled(item, spelling));
  return typeof value === 'string' ? SPELLINGS[by](value) : value;
}

const isDue = (on: Request | undefined, { prior }: Change) =>
  on === undefined || on === (prior ? 'update' : 'create');

const isTouched = ({ value, prior }: Change, name: string) =>
  !prior || !same(value[name] ?? null, prior[name] ?? null);

const defaultOf = ({ data }: Change, path: string): Value =>
  (data.facts.attributes[path]?.default as Value | undefined) ?? null;
