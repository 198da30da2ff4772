/** Override files: what they say of a block takes the place of what another file says of it. */
import { Part } from './configuration';
import { Json, list, own, record, word } from './json';
import { FORBIDDEN } from '../value';

/** By how many names a block of a kind is told from others of it. */
const LABELS: Readonly<Record<string, number>> = {
  ...{ resource: 2, data: 2, provider: 1, variable: 1, output: 1, module: 1 },
};

/** The files of a module, changed by its override files, each by the next. */
export function withOverrides(parts: readonly Part[], overrides: readonly Part[]): Part[] {
  return overrides.reduce<Part[]>((soFar, override) => overridden(soFar, override), [...parts]);
}

function overridden(parts: readonly Part[], { json, origin }: Part): Part[] {
  const over = record(json);
  const changed = parts.map((part) => {
    const base = record(part.json);
    const blocks = Object.entries(LABELS).flatMap(([kind, labels]) =>
      own(base, kind) === undefined
        ? []
        : [[kind, merged(base[kind], over[kind], labels)] as const],
    );
    return { ...part, json: { ...base, ...Object.fromEntries(blocks) } };
  });
  // Terraform refuses what overrides nothing; here it is judged all the same.
  const alone = Object.entries(over).map(([kind, content]): [string, unknown] => {
    const bases = parts.map((part) => record(part.json)[kind]);
    return [
      kind,
      Object.hasOwn(LABELS, kind) ? withoutBase(content, bases, LABELS[kind]) : content,
    ];
  });
  return [...changed, { json: Object.fromEntries(alone), origin }];
}

function merged(base: unknown, over: unknown, labels: number): unknown {
  if (over === undefined) return base;
  if (labels > 0) {
    const others = record(over);
    return Object.fromEntries(
      Object.entries(record(base)).map(([name, it]) => [
        name,
        merged(it, own(others, name), labels - 1),
      ]),
    );
  }
  const others = list(over).map(record);
  return list(base).map((it) => {
    const body = record(it);
    const other = others.find(({ alias }) => word(alias) === word(body.alias));
    return other ? mergedBodies(body, other) : it;
  });
}

/** An argument takes the place of the same one, a block that of all of its kind, and in `lifecycle` each argument. */
function mergedBodies(base: Json, over: Json): Json {
  const generated = list(over.dynamic).map(record);
  const replaced = [...Object.keys(over), ...generated.flatMap((it) => Object.keys(it))];
  const dynamic = [...list(base.dynamic).map((it) => without(record(it), replaced)), ...generated];
  const lifecycles = [base.lifecycle, over.lifecycle].flatMap(list).map(record);
  const isIn = (name: string) => name in base || name in over;
  return {
    ...without(base, replaced),
    ...over,
    ...(isIn('dynamic') ? { dynamic } : {}),
    ...(isIn('lifecycle') ? { lifecycle: [Object.assign({}, ...lifecycles) as Json] } : {}),
  };
}

/** The blocks of a kind that no other file has. */
function withoutBase(over: unknown, bases: readonly unknown[], labels: number): unknown {
  const known = bases.map(record);
  const named = Object.entries(record(over)).filter(([name]) => !FORBIDDEN.has(name));
  return Object.fromEntries(
    named.flatMap(([name, it]): [string, unknown][] => {
      const inner = known.map((base) => own(base, name)).filter((base) => base !== undefined);
      if (inner.length === 0) return [[name, it]];
      return labels > 1 ? [[name, withoutBase(it, inner, labels - 1)]] : [];
    }),
  );
}

const without = (body: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
