/** What a command understands: one table for reading, refusing and explaining its options. */
import { parseArgs } from 'util';
import { didYouMean } from './nearest';
import { shown } from './plain';
import { refuse } from './refusal';

/** An option of a command; without `value` it is a flag. */
export interface Option {
  /** What its value is called in the help. */
  readonly value?: string;
  readonly help: string;
  readonly choices?: readonly string[];
  /** Whether it may be given several times. */
  readonly many?: boolean;
}

export type Options<Name extends string> = Readonly<Record<Name, Option>>;
export type Given<Name extends string> = Partial<Record<Name, string>>;

export interface Arguments<Name extends string> {
  readonly given: Given<Name>;
  readonly every: Readonly<Partial<Record<Name, readonly string[]>>>;
  readonly rest: readonly string[];
}

/**
 * The options that were given, by name, and what stands beside them; a flag has an empty text. Of an option that may be
 * given several times, `every` has each value.
 */
export function readArguments<Name extends string>(
  args: readonly string[],
  options: Options<Name>,
  most: number,
): Arguments<Name> {
  const names = Object.keys(options) as Name[];
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      names.map((name) => [name, { type: options[name].value ? 'string' : 'boolean' }] as const),
    ),
  });
  const given: Given<Name> = {};
  const every: Partial<Record<Name, string[]>> = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (rest.length === most) refuseUnknown(token.value, names);
      rest.push(token.value);
      continue;
    }
    if (!Object.hasOwn(options, token.name)) refuseUnknown(token.rawName, names);
    const name = token.name as Name;
    if (name in given && !options[name].many) {
      refuse({ at: `--${name}`, got: 'it twice', expected: 'it once' });
    }
    given[name] = valueOf(name, options[name], token);
    (every[name] ??= []).push(given[name]);
  }
  return { given, every, rest };
}

/** The options that were given, of a command that takes nothing else. */
export const readOptions = <Name extends string>(
  args: readonly string[],
  options: Options<Name>,
): Given<Name> => readArguments(args, options, 0).given;

interface Token {
  readonly value?: string;
  readonly inlineValue?: boolean;
}

function valueOf(name: string, option: Option, { value, inlineValue }: Token): string {
  const at = `--${name}`;
  if (!option.value) {
    if (value !== undefined) refuse({ at, got: shown(value), expected: 'no value' });
    return '';
  }
  const { choices, value: expected } = option;
  const isMissing = !value || (!inlineValue && /^--./.test(value));
  if (isMissing) return refuse({ at, got: 'no value', expected });
  if (choices && !choices.includes(value)) {
    const remedy = didYouMean(value, choices);
    refuse({ at, got: shown(value), expected: `one of ${choices.join(', ')}`, remedy });
  }
  return value;
}

function refuseUnknown(name: string, names: readonly string[]): never {
  const flags = names.map((it) => `--${it}`);
  const expected = [...flags, '--help'].join(', ');
  return refuse({
    at: 'arguments',
    // the text may be a secret that lost its option.
    got: /^--?[\w-]{1,40}$/.test(name) ? name : `another text of ${name.length} characters`,
    expected,
    remedy: didYouMean(name, [...flags, '--help']),
  });
}

/** The options as lines of a help. */
export function helpOf<Name extends string>(options: Options<Name>): string {
  const rows = Object.entries<Option>(options).map(
    ([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ''}`, help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`).join('\n');
}
