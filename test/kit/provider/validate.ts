/** The provider's argument checks: facts and a configuration in, diagnostics out. */
import { AttributeFacts, CtyType, TypeData } from '../../../tools/provider-data';
import { unmet } from './expectations';
import { ObjectValue, UNKNOWN, Value } from './msgpack';
import { isList, isObject, Place, show, Step, walk } from './schema';

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail?: string;
  readonly steps?: readonly Step[];
}

/** Checks what only the provider knows; what Terraform itself decides by the schema is left to it. */
export function validate({ schema, facts }: TypeData, config: ObjectValue): Diagnostic[] {
  const groups = new Set<string>();
  return [...walk(schema.block, config)].flatMap((place) => {
    const known = facts.attributes[place.path] ?? {};
    if (place.path === 'id' && isAdded(place, facts.attributes.id)) return judgeAdded(place);
    return [
      ...judgeOrigin(place, known),
      ...judgeLack(place, known),
      ...judgeValue(place, known),
      ...judgeElements(place, known),
      ...judgeNeighbours(place, known, config),
      ...judgeGroups(place, known, config, groups),
    ];
  });
}

const isKnown = (value: Value) => value !== null && value !== UNKNOWN;

function judgeOrigin(place: Place, facts: AttributeFacts): Diagnostic[] {
  const { attribute, value } = place;
  if (value === null || !attribute?.computed || attribute.optional) return [];
  return [refusal(place, facts, 'nothing because IBM Cloud sets it; leave it out')];
}

/** The SDK adds an `id` to types that have none, and refuses it in every configuration. */
const isAdded = ({ attribute }: Place, facts?: AttributeFacts) =>
  attribute?.optional === true && attribute.computed === true && facts === undefined;

const judgeAdded = (place: Place) =>
  place.value === null
    ? []
    : [refusal(place, {}, 'nothing because the provider sets it; leave it out')];

/** To Terraform null is a value where it is written: only the provider misses one. */
function judgeLack(place: Place, facts: AttributeFacts): Diagnostic[] {
  if (place.value !== null || !place.attribute?.required) return [];
  return [refusal(place, facts, 'a value')];
}

function judgeValue(place: Place, facts: AttributeFacts): Diagnostic[] {
  // how many blocks there may be is in the schema, and so for Terraform to say.
  if (!place.attribute || !isKnown(place.value)) return [];
  return unmet(facts, place.value).map((expected) => refusal(place, facts, expected));
}

function judgeElements(place: Place, { element, sensitive }: AttributeFacts): Diagnostic[] {
  if (!element || !isList(place.value)) return [];
  const isOrdered = isListType(place.attribute?.type);
  return place.value.flatMap((value, index) => {
    if (!isKnown(value)) return [];
    const steps = isOrdered ? [...place.steps, index] : place.steps;
    return unmet(element, value).map((expected) =>
      refusal({ ...place, value, steps }, { ...element, sensitive }, expected),
    );
  });
}

function judgeNeighbours(place: Place, facts: AttributeFacts, config: ObjectValue): Diagnostic[] {
  if (!isGiven(place)) return [];
  const conflict = facts.conflictsWith?.find((path) => presence(config, path) === 'set');
  const missing = facts.requiredWith?.find((path) => presence(config, path) === 'unset');
  return [
    ...(conflict
      ? [refusal(place, facts, `nothing because ${conflict} is set; keep one of them`)]
      : []),
    ...(missing ? [refusal(place, facts, `${missing} beside it; add ${missing}`)] : []),
  ];
}

/** Judges `exactlyOneOf` and `atLeastOneOf`, each group once although every member carries it. */
function judgeGroups(
  place: Place,
  facts: AttributeFacts,
  config: ObjectValue,
  judged: Set<string>,
): Diagnostic[] {
  return (['exactlyOneOf', 'atLeastOneOf'] as const).flatMap((kind) => {
    const group = facts[kind];
    if (!group) return [];
    const key = `${kind} ${[...group].sort().join()}`;
    const found = group.map((path) => presence(config, path));
    const count = found.filter((state) => state === 'set').length;
    const isFine = count === 0 ? found.includes('unknown') : count === 1 || kind === 'atLeastOneOf';
    if (isFine || judged.has(key) || (count > 0 && !isGiven(place))) return [];
    judged.add(key);
    const set = group.filter((_, index) => found[index] === 'set');
    const tail = count > 0 ? `; ${set.join(', ')} are set` : '';
    const least = kind === 'exactlyOneOf' ? 'exactly' : 'at least';
    return [refusal(place, facts, `${least} one of ${group.join(', ')}${tail}`)];
  });
}

function refusal(place: Place, facts: AttributeFacts, expected: string): Diagnostic {
  const secret = facts.sensitive ?? place.attribute?.sensitive;
  const got = place.block ? showBlock(place) : show(place.value, secret);
  return {
    severity: 'error',
    summary: `${place.path}: got ${got}, expected ${expected}`,
    steps: place.steps,
  };
}

/** Whether a configuration has what a path as `dns.0.resolver.0.vpc_id` names. */
function presence(config: ObjectValue, path: string): 'set' | 'unset' | 'unknown' {
  let value: Value = config;
  for (const step of path.split('.')) {
    if (value === UNKNOWN) return 'unknown';
    const next: Value | undefined = isList(value)
      ? value[Number(step)]
      : isObject(value)
        ? value[step]
        : undefined;
    value = next ?? null;
  }
  if (value === UNKNOWN) return 'unknown';
  return value === null || isEmptyList(value) ? 'unset' : 'set';
}

// a block is not shown: what it holds may be secret.
const showBlock = (place: Place) =>
  place.value === null || isAbsentBlock(place) ? 'nothing' : 'a block';
const isEmptyList = (value: Value) => isList(value) && value.length === 0;
const isAbsentBlock = (place: Place) => place.block !== undefined && isEmptyList(place.value);
const isGiven = (place: Place) => isKnown(place.value) && !isAbsentBlock(place);
const isListType = (type?: CtyType) => Array.isArray(type) && type[0] === 'list';
