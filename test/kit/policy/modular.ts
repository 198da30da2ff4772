/** A configuration, laid out in modules: what one takes of another goes through outputs and variables. */
import { Module } from '../../../lib/policy/loaders/configuration';

type Json = Record<string, any>;

export const MODULE_LAYOUTS = [
  'one module',
  'a module each',
  'modules in modules',
  'a module that is given every literal',
  'a module whose defaults are the literals',
] as const;

/** What only the root has. */
const OF_THE_ROOT = ['variable', 'provider', 'terraform', 'output'];

export function modularOf(json: Json, layout: (typeof MODULE_LAYOUTS)[number]): Module {
  if (layout === 'a module each') return apart(json);
  if (layout === 'a module that is given every literal') return parametrized(json, false);
  if (layout === 'a module whose defaults are the literals') return parametrized(json, true);
  const { inner, outer } = wrapped(json, rootOf(json), { ...json }, 'shop');
  if (layout === 'one module') return outer;
  // once more around the same.
  const passed = inner.arguments;
  const middle = { ...declarations(json), ...inner.call };
  return {
    parts: [file({ ...rootOf(json), ...calling('region', passed), ...handedOn(json, 'region') })],
    calls: new Map([
      ['region', { parts: [file({ ...middle, ...handedOn(json, 'shop') })], calls: outer.calls }],
    ]),
  };
}

const file = (json: Json) => ({ json: JSON.parse(JSON.stringify(json)) as Json });

const rootOf = (json: Json): Json =>
  Object.fromEntries(
    Object.entries(json).filter(([kind]) => OF_THE_ROOT.includes(kind) && kind !== 'output'),
  );

const calling = (name: string, given: Json): Json => ({
  module: { [name]: { source: `./${name}`, ...given } },
});

const variablesIn = (json: Json): string[] => [
  ...new Set([...JSON.stringify(json).matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name)),
];

/** Each output of the configuration is one of a module. */
const handedOn = (json: Json, from: string): Json => ({
  output: Object.fromEntries(
    Object.entries((json.output ?? {}) as Json).map(([name, body]) => [
      name,
      { ...body, value: `\${module.${from}.${name}}` },
    ]),
  ),
});

const declarations = (json: Json): Json => ({
  variable: Object.fromEntries(variablesIn(json).map((name) => [name, {}])),
});

function wrapped(json: Json, root: Json, { resource, data, locals, output }: Json, name: string) {
  const given = Object.fromEntries(variablesIn(json).map((it) => [it, `\${var.${it}}`]));
  const call = calling(name, given);
  const module = { resource, data, locals, output, ...declarations(json) };
  return {
    inner: { arguments: given, call },
    outer: {
      parts: [file({ ...root, ...call, ...handedOn(json, name) })],
      calls: new Map([[name, { parts: [file(module)] }]]),
    },
  };
}

const REFERENCE = /\b((?:data\.)?[a-z]\w*_\w+\.[\w-]+)((?:\.[\w-]+)*)/g;

/** Each resource in a module of its own. */
function apart(json: Json): Module {
  const homes = new Map<string, string>();
  const each: { readonly home: string; readonly address: string; readonly content: Json }[] = [];
  for (const kind of ['resource', 'data']) {
    for (const [type, named] of Object.entries((json[kind] ?? {}) as Json)) {
      for (const [name, body] of Object.entries(named as Json)) {
        const address = `${kind === 'data' ? 'data.' : ''}${type}.${name}`;
        const home = `m${each.length}`;
        homes.set(address, home);
        each.push({ home, address, content: { [kind]: { [type]: { [name]: body as Json } } } });
      }
    }
  }
  const wordOf = (path: string) => path.replace(/\W/g, '_');
  const taken = new Map<string, string>();
  for (const [path, address] of JSON.stringify(json).matchAll(REFERENCE)) {
    if (homes.has(address)) taken.set(path, address);
  }
  const rewritten = (it: Json, address: string | undefined, to: (path: string) => string): Json =>
    JSON.parse(
      JSON.stringify(it).replace(REFERENCE, (path, owner: string) =>
        homes.has(owner) && owner !== address ? to(path) : path,
      ),
    ) as Json;
  const outside = (path: string) => `module.${homes.get(taken.get(path)!)}.${wordOf(path)}`;
  const locals = json.locals === undefined ? {} : { locals: json.locals as Json };
  const calls = each.map(({ home, address, content }) => {
    const whole = { ...content, ...locals };
    const others = [...taken].filter(
      ([path, owner]) => owner !== address && JSON.stringify(whole).includes(path),
    );
    const given = {
      ...Object.fromEntries(variablesIn(whole).map((it) => [it, `\${var.${it}}`])),
      ...Object.fromEntries(others.map(([path]) => [wordOf(path), `\${${outside(path)}}`])),
    };
    const module = {
      ...rewritten(whole, address, (path) => `var.${wordOf(path)}`),
      variable: Object.fromEntries(Object.keys(given).map((it) => [it, {}])),
      output: Object.fromEntries(
        [...taken]
          .filter(([, owner]) => owner === address)
          .map(([path]) => [wordOf(path), { value: `\${${path}}` }]),
      ),
    };
    return { home, given, module };
  });
  const output = rewritten((json.output ?? {}) as Json, undefined, outside);
  return {
    parts: [
      file({
        ...rootOf(json),
        ...(Object.keys(output).length > 0 ? { output } : {}),
        ...locals,
        module: Object.fromEntries(
          calls.map(({ home, given }) => [home, { source: `./${home}`, ...given }]),
        ),
      }),
    ],
    calls: new Map(calls.map(({ home, module }) => [home, { parts: [file(module)] }])),
  };
}

/** One module, in which every literal of a resource is a variable. */
function parametrized(json: Json, isDefault: boolean): Module {
  const literals: Json = {};
  const asVariable = (value: unknown): unknown => {
    const name = `literal_${Object.keys(literals).length}`;
    if (/[$%]\{/.test(JSON.stringify(value))) return value;
    literals[name] = value;
    return `\${var.${name}}`;
  };
  const resource = mapped(json.resource, (named) =>
    mapped(named, (body) =>
      mapped(body, (value, name) =>
        ['//', 'lifecycle', 'dynamic'].includes(name) || value === undefined
          ? value
          : asVariable(value),
      ),
    ),
  );
  const { outer } = wrapped(json, rootOf(json), { ...json, resource }, 'shop');
  const [{ json: root }] = outer.parts;
  const [{ json: shop }] = outer.calls.get('shop')!.parts;
  const declared = mapped(literals, (value) => (isDefault ? { default: value as unknown } : {}));
  Object.assign((shop.variable ??= {}), declared);
  if (!isDefault) Object.assign((root.module as Json).shop, literals);
  return outer;
}

const mapped = (it: Json | undefined, change: (value: any, name: string) => unknown): Json =>
  Object.fromEntries(Object.entries(it ?? {}).map(([name, value]) => [name, change(value, name)]));
