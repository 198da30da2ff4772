/** Configurations and edits of a resource, drawn from its schema. */
import * as fc from 'fast-check';
import { BlockSchema, CtyType, NestedBlockSchema } from '../../tools/provider-data';

export type Config = Record<string, unknown>;

/** One step of a program over a resource: what users do after they made it. */
export type Step =
  | { readonly do: 'put'; readonly name: string; readonly value: unknown }
  | { readonly do: 'set'; readonly name: string; readonly value: unknown }
  | { readonly do: 'reset'; readonly name: string }
  | { readonly do: 'read'; readonly name: string }
  | { readonly do: 'readInput'; readonly name: string }
  | { readonly do: 'override'; readonly path: string; readonly value: unknown };

/** A name as the generator writes it. */
export const toCamelCase = (name: string): string =>
  name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());

// what is a token in the program stands as text here, so that both variants make their own.
export const TOKEN = '@token';

const texts = fc.oneof(fc.constantFrom('', 'a', '${local.x}', 'ü'), fc.constant(TOKEN));

function valueOf(type: CtyType): fc.Arbitrary<unknown> {
  if (type === 'number') return fc.integer({ min: -1, max: 9000 });
  if (type === 'bool') return fc.boolean();
  if (typeof type === 'string') return texts;
  const [kind, inner] = type;
  if (kind === 'object') return fc.record(mapped(inner, valueOf), { requiredKeys: [] });
  const element = valueOf(inner);
  return kind === 'map'
    ? fc.dictionary(fc.constantFrom('k', 'l'), element)
    : fc.array(element, { maxLength: 2 });
}

function nestedOf(nested: NestedBlockSchema): fc.Arbitrary<unknown> {
  const one = configOf(nested.block);
  const single = nested.nesting_mode === 'single' || nested.max_items === 1;
  return single ? one : fc.array(one, { maxLength: 2 });
}

/** A configuration in which any attribute may be left out, or given as `undefined`. */
export function configOf(block: BlockSchema): fc.Arbitrary<Config> {
  const fields = Object.entries(settable(block)).map(([name, arbitrary]) => [
    toCamelCase(name),
    arbitrary,
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

/** Some edits and reads of what `configOf` configures. */
export function stepsOf(block: BlockSchema): fc.Arbitrary<Step[]> {
  const names = fc.constantFrom(...Object.keys(settable(block)));
  const all = [...Object.keys(block.attributes ?? {}), ...Object.keys(block.block_types ?? {})];
  const read = fc.record({ do: fc.constantFrom('read' as const), name: fc.constantFrom(...all) });
  const write = names.chain((name) =>
    fc.record({
      do: fc.constantFrom('put' as const, 'set' as const),
      name: fc.constant(name),
      value: settable(block)[name],
    }),
  );
  const ask = fc.record({
    do: fc.constantFrom('reset' as const, 'readInput' as const),
    name: names,
  });
  const override = fc.record({
    do: fc.constant('override' as const),
    path: names,
    value: fc.constantFrom('o', 1, null),
  });
  return fc.array(fc.oneof(read, write, ask, override), { maxLength: 6 });
}

function settable(block: BlockSchema): Record<string, fc.Arbitrary<unknown>> {
  const attributes = Object.entries(block.attributes ?? {}).filter(
    ([, a]) => a.required || a.optional,
  );
  return {
    ...Object.fromEntries(attributes.map(([name, { type }]) => [name, optional(valueOf(type))])),
    ...mapped(block.block_types ?? {}, (nested) => optional(nestedOf(nested))),
  };
}

const optional = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined, freq: 3 });

const mapped = <T>(members: Record<string, T>, change: (member: T) => fc.Arbitrary<unknown>) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
