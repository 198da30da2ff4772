/** Values to try on an attribute of each type: some that it takes, some it does not, some on the edge. */
import { AttributeFacts, AttributeSchema, CtyType } from '../../../tools/provider-data';
import { textsFor } from './texts';

/** A value with a name that may be shown: it does not say what the value is. */
export type Named = readonly [name: string, value: unknown];

export function valuesFor({ type }: AttributeSchema, facts: AttributeFacts = {}): Named[] {
  return [['null', null], ...ownValues(type, facts)];
}

function ownValues(type: CtyType, facts: AttributeFacts): Named[] {
  if (type === 'string') return [...TEXTS, ...textsFor(facts)];
  if (type === 'number') return [...NUMBERS, ...bounds(facts), ...choices(facts)];
  if (type === 'bool') return [...BOOLS];
  const [kind, of] = type;
  if (kind === 'map') return [...(of === 'bool' ? MAPS_OF_BOOLS : MAPS)];
  // lists of objects are only told by the provider, never to it.
  if (of !== 'string') return [['an empty list', []]];
  return [...LISTS, ...elements(facts), ...counts(facts)];
}

const TEXTS: readonly Named[] = [
  ['an empty text', ''],
  ['a text', 'any text'],
  ['a text that looks like a template', '${a} %{b}'],
  ['a number for a text', 5],
  ['a truth value for a text', true],
  ['a list for a text', ['a']],
];

const NUMBERS: readonly Named[] = [
  ['zero', 0],
  ['below zero', -1],
  ['a large number', 2 ** 40],
  ['a number as text', '7'],
  ['words for a number', 'seven'],
  ['an empty text for a number', ''],
  ['a truth value for a number', true],
  ['a list for a number', [7]],
];

const BOOLS: readonly Named[] = [
  ['true', true],
  ['false', false],
  ['a truth value as text', 'true'],
  ['a truth value as digit in a text', '0'],
  ['words for a truth value', 'yes'],
  ['a number for a truth value', 1],
  ['a list for a truth value', [true]],
];

const LISTS: readonly Named[] = [
  ['an empty list', []],
  ['a list of one', ['a']],
  ['a list of the same twice', ['a', 'a']],
  ['a list of an empty text', ['']],
  ['a list of nothing', [null]],
  ['a list of numbers and truth values', [5, true]],
  ['a list of lists', [['a']]],
  ['a text for a list', 'a'],
  ['a number for a list', 5],
  ['a map for a list', { a: 'b' }],
];

const MAPS: readonly Named[] = [
  ['an empty map', {}],
  ['a map', { a: 'b' }],
  ['a map of numbers and truth values', { a: 5, b: true }],
  ['a map of nothing', { a: null }],
  ['a map of lists', { a: ['b'] }],
  ['a map of maps', { a: { b: 'c' } }],
  ['a text for a map', 'a=b'],
  ['a list for a map', ['a']],
];

const MAPS_OF_BOOLS: readonly Named[] = [
  ['an empty map', {}],
  ['a map of truth values', { a: true, b: false }],
  ['a map of truth values as text', { a: 'true' }],
  ['a map of words for truth values', { a: 'yes' }],
  ['a map of numbers for truth values', { a: 1 }],
  ['a text for a map', 'a=true'],
];

function bounds({ min, max }: AttributeFacts): Named[] {
  return [min, max]
    .filter((bound) => bound !== undefined)
    .flatMap((bound) => [bound - 1, bound, bound + 1].map((n) => [`the number ${n}`, n] as const));
}

const choices = ({ allowed = [] }: AttributeFacts): Named[] =>
  allowed.flatMap((item, index): Named[] => [
    [`allowed ${index}`, item],
    [`next to allowed ${index}`, Number(item) + 1],
  ]);

/** Each text that is on the edge for an element, alone and behind one. */
function elements({ element }: AttributeFacts): Named[] {
  if (!element) return [];
  const texts = textsFor(element);
  const last = texts.map(
    ([name, text]) => [`a list with ${name} last`, [texts[0][1], text]] as const,
  );
  return [...texts.map(([name, text]) => [`a list of ${name}`, [text]] as const), ...last];
}

const counts = ({ minItems, maxItems }: AttributeFacts): Named[] =>
  [minItems, maxItems]
    .filter((bound) => bound !== undefined)
    .flatMap((bound) =>
      [bound - 1, bound, bound + 1]
        .filter((count) => count >= 0)
        .map((n) => [`${n} items`, Array.from({ length: n }, (_, i) => `item-${i}`)] as const),
    );
