/** Texts that are on the edge of what the facts of an attribute allow; on which side, the oracle tells. */
import * as fc from 'fast-check';
import { AttributeFacts } from '../../../tools/provider-data';
import { Named } from './values';

const SEED = 20251210;

export function textsFor(facts: AttributeFacts): Named[] {
  return [
    ...choices(facts),
    ...fitting(facts),
    ...lengths(facts),
    ...numbers(facts),
    ...formats(facts),
  ];
}

function choices({ allowed = [] }: AttributeFacts): Named[] {
  const words = allowed.map(String);
  const each = words.map((word, index) => [`allowed ${index}`, word] as const);
  if (words.length === 0) return [];
  const [word] = words;
  return [
    ...each,
    ['allowed and more', `${word}x`],
    ['allowed but for its last character', word.slice(0, -1)],
    [
      'allowed in another case',
      word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase(),
    ],
    ['allowed after a space', ` ${word}`],
    ['two allowed', words.slice(0, 2).join()],
  ];
}

/** Samples of the pattern, and the same with something in it that most patterns have no place for. */
function fitting({ pattern }: AttributeFacts): Named[] {
  if (pattern === undefined) return [];
  const [sample, ...others] = samplesOf(pattern);
  return [
    ...[sample, ...others].map((text, index) => [`fits the pattern ${index}`, text] as const),
    ['fits but for its start', `!${sample}`],
    ['fits but for its end', `${sample}!`],
    ['fits but for a space', `${sample} `],
    ['fits but for a line feed', `${sample}\n`],
    ['fits but for a letter of no alphabet', `${sample}\u00e9`],
    ['fits but for a space of no keyboard', `${sample}\u00a0`],
    ['fits in capitals', sample.toUpperCase()],
    ['fits twice', sample + sample],
    ['fits but for half of it', sample.slice(0, Math.ceil(sample.length / 2))],
  ];
}

function lengths(facts: AttributeFacts): Named[] {
  const bounds = [facts.minLength, facts.maxLength].filter((bound) => bound !== undefined);
  const around = new Set(bounds.flatMap((bound) => [bound - 1, bound, bound + 1]));
  const sizes = [...around].filter((size) => size >= 0);
  return [
    ...sizes.map((size) => [`${size} characters`, ofLength(size, facts)] as const),
    // the provider counts bytes: two to each of these.
    ...sizes.map(
      (size) =>
        [
          `${size} bytes`,
          '\u00e9'.repeat(size / 2).padEnd(size - Math.floor(size / 2), 'a'),
        ] as const,
    ),
  ];
}

function numbers({ min, max }: AttributeFacts): Named[] {
  const bounds = [min, max].filter((bound) => bound !== undefined);
  return bounds.flatMap((bound) =>
    [bound - 1, bound, bound + 1].map((number) => [`the number ${number}`, `${number}`] as const),
  );
}

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  integer: ['60', '+60', '-60', '6.5', '6e3', '1h', ' 60', '0x3c'],
  path: ['/', '/health', 'health', `/${'a'.repeat(249)}`, `/${'a'.repeat(250)}`, '/\u00e9'],
  rfc3339: ['2026-01-31', '2026-02-30', '2024-02-29', '2026-13-01', '2026-1-1', 'tomorrow'],
};

const formats = ({ format }: AttributeFacts): Named[] =>
  format === undefined
    ? []
    : FORMATS[format].map((text, index) => [`${format} ${index}`, text] as const);

/** A text of this length that fits where one can be grown or cut from a sample, else any. */
function ofLength(size: number, { pattern }: AttributeFacts): string {
  const any = 'a'.repeat(size);
  if (pattern === undefined) return any;
  const expression = new RegExp(pattern);
  const grown = samplesOf(pattern).flatMap((sample) =>
    [...sample].map((letter, at) =>
      sample.length > size
        ? sample.slice(0, size)
        : sample.slice(0, at) + letter.repeat(size - sample.length) + sample.slice(at),
    ),
  );
  return [any, ...grown].find((text) => expression.test(text)) ?? any;
}

const cache = new Map<string, readonly string[]>();

function samplesOf(pattern: string): readonly string[] {
  const known = cache.get(pattern);
  if (known) return known;
  const samples = BY_HAND[pattern] ?? sampled(pattern);
  cache.set(pattern, samples);
  return samples;
}

/** `stringMatching` looks for an end of these that it does not find. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  '^([^\\x00-\\x7F]|[a-zA-Z0-9\\-._: ])+$': [
    'name',
    'a name: 1-2_3.4',
    '\u00e9t\u00e9 \u65e5\u672c',
  ],
};

function sampled(pattern: string): string[] {
  if (pattern.includes('[^\\x'))
    throw new Error(`${pattern}: got no samples, expected some by hand`);
  const arbitrary = fc.stringMatching(new RegExp(pattern), { size: 'xsmall' });
  return [...new Set(fc.sample(arbitrary, { numRuns: 3, seed: SEED }))];
}
