/** Every case: the least configuration of a type, changed in one place. */
import { readTypeList } from '../../../tools/provider-data';
import { Configuration, Kind } from '../specimen';
import { judge, Judgement } from './oracle';
import { Place, Subject } from './places';

export interface Case extends Judgement {
  readonly type: string;
  readonly kind: Kind;
  readonly path: string;
  /** What stands there, in words that show no value. */
  readonly value: string;
  readonly config: Configuration;
}

/** The cases of every type that has a binding, always the same. */
export function allCases(): Case[] {
  const { resources, dataSources } = readTypeList();
  const of = (kind: Kind, lists: Readonly<Record<string, readonly string[]>>) =>
    Object.values(lists)
      .flat()
      .sort()
      .flatMap((type) => casesOf(new Subject(type, kind)));
  return [...of('resource', resources), ...of('data', dataSources)];
}

function casesOf(subject: Subject): Case[] {
  const { type, kind, data, places } = subject;
  const seen = new Set<string>();
  return places.flatMap((place) =>
    changesAt(subject, place).flatMap(([value, values]) => {
      const config = subject.configuration(values);
      const key = JSON.stringify(config);
      const judgement = judge(data, config);
      // a check that is not recorded decides; and what one change comes to, another may have come to.
      const isOpen = place.facts.checked === 'custom' && judgement.by === 'provider';
      if (isOpen || seen.has(key)) return [];
      seen.add(key);
      return [{ type, kind, path: place.path, value, config, ...judgement }];
    }),
  );
}

type Change = readonly [name: string, values: Configuration];

function changesAt(subject: Subject, place: Place): Change[] {
  const { path, attribute, block } = place;
  const around = { ...neededBy(subject, place), ...excludedBy(subject, place) };
  const isSettable = attribute ? attribute.required || attribute.optional : true;
  const good = subject.goodValue(place);
  if (!isSettable) return [['a value of what only the provider sets', { [path]: good }]];
  const values = subject
    .values(place)
    .map(([name, value]): Change => [name, { [path]: value, ...around }]);
  if (!attribute && !block) return values;
  const partners = partnersOf(subject, place);
  return [
    ...values,
    ['left out', { [path]: undefined }],
    ['left out with its group', { [path]: undefined, ...excludedBy(subject, place) }],
    ...partners.flatMap((other): Change[] => [
      [`beside ${other.path}`, { [path]: good, ...around, [other.path]: subject.goodValue(other) }],
      [`beside an empty ${other.path}`, { [path]: good, ...around, [other.path]: emptied(other) }],
      [`without ${other.path}`, { [path]: good, ...around, [other.path]: undefined }],
    ]),
  ];
}

/** What the place needs or excludes, and what has a word on it. */
function partnersOf(subject: Subject, place: Place): Place[] {
  const {
    conflictsWith = [],
    exactlyOneOf = [],
    atLeastOneOf = [],
    requiredWith = [],
  } = place.facts;
  const keys = [...conflictsWith, ...exactlyOneOf, ...atLeastOneOf, ...requiredWith];
  return beside(place, found(subject, keys));
}

function neededBy(subject: Subject, place: Place): Configuration {
  const needed = beside(place, found(subject, place.facts.requiredWith));
  return Object.fromEntries(needed.map((other) => [other.path, subject.goodValue(other)]));
}

/** Beside what excludes it a value would be refused whatever it is. */
function excludedBy(subject: Subject, place: Place): Configuration {
  const line = subject.places.filter(({ path }) => `${place.path}.`.startsWith(`${path}.`));
  const excluded = line.flatMap(({ path, facts }) => [
    ...found(subject, facts.conflictsWith),
    ...found(subject, facts.exactlyOneOf),
    ...subject.excluding(path),
  ]);
  const parent = (path: string) => path.split('.').slice(0, -1).join('.');
  const isThere = ({ path }: Place) => parent(path) === '' || parent(path) === parent(place.path);
  return Object.fromEntries(
    beside(place, excluded)
      .filter(isThere)
      .map(({ path }) => [path, undefined]),
  );
}

const found = (subject: Subject, keys: readonly string[] = []): Place[] =>
  keys.flatMap((key) => subject.find(key) ?? []);

/** The places that neither hold the place nor lie in it. */
function beside({ path }: Place, places: readonly Place[]): Place[] {
  const isApart = (other: string) =>
    !`${path}.`.startsWith(`${other}.`) && !`${other}.`.startsWith(`${path}.`);
  return [...new Set(places)].filter((other) => isApart(other.path));
}

/** Given, but with nothing in it. */
function emptied({ attribute, block }: Place): unknown {
  const type = attribute?.type;
  if (block) return [];
  if (type === 'string') return '';
  if (type === 'number' || type === 'bool') return type === 'bool' ? false : 0;
  return Array.isArray(type) && type[0] === 'map' ? {} : [];
}
