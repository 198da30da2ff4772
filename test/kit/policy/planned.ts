/** A plan of a configuration, as `terraform show -json` would print it, with modules and keys where one asks for them. */
import { isMasked } from '../../../lib/policy/credentials';
import { partsOf, pathsIn } from '../../../lib/policy/expression';
import { PROVIDER_DEFAULTS } from '../../../lib/policy/provider-defaults';
import { BlockSchema } from '../../../tools/provider-data';
import { blockIn, schemaOf } from './schema';

type Json = Record<string, any>;

/** How a configuration is laid out; `json` is one that is written in JSON, as cdktf does. */
export type Layout = 'flat' | 'json' | 'count' | 'for_each' | 'module' | 'apart' | 'nested';

interface Resource {
  readonly kind: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
  readonly body: Json;
}

/** What Terraform takes for itself. */
const META = new Set([
  ...['//', 'lifecycle', 'depends_on', 'provider', 'provisioner', 'connection'],
  ...['count', 'for_each', 'dynamic'],
]);

/** Plans a configuration: what follows from its literals is known, all else is not. */
export function planOf(json: Json, layout: Layout = 'flat'): Json {
  const resources = (['resource', 'data'] as const).flatMap((kind) =>
    Object.entries((json[kind] ?? {}) as Json).flatMap(([type, named]) =>
      Object.entries(named as Json).map(([name, body]): Resource => ({
        kind,
        type,
        name,
        body: body as Json,
      })),
    ),
  );
  const plan = LAYOUTS[layout](resources, json);
  const scope = { json, depth: 0 };
  const instances = resources.flatMap((it) =>
    plan.addressesOf(it).map((address) => ({ it, address, value: planned(it, scope) })),
  );
  // what can be read before anything is made is no change.
  const isRead = ({ it, value }: (typeof instances)[number]) =>
    it.kind === 'data' && !JSON.stringify(value.unknown).includes('true');
  const head = ({ it, address }: (typeof instances)[number]) => ({
    ...{ address, mode: it.kind === 'data' ? 'data' : 'managed', type: it.type, name: it.name },
  });
  return {
    format_version: '1.2',
    variables: Object.fromEntries(
      Object.keys((json.variable ?? {}) as Json).map((name) => [
        name,
        { value: evaluated(`\${var.${name}}`, scope).value ?? null },
      ]),
    ),
    resource_changes: instances
      .filter((it) => !isRead(it))
      .map((it) => ({
        ...head(it),
        change: {
          actions: [it.it.kind === 'data' ? 'read' : 'create'],
          after: it.value.after,
          after_unknown: it.value.unknown,
          after_sensitive: it.value.hidden,
        },
      })),
    output_changes: Object.fromEntries(
      Object.entries((json.output ?? {}) as Json).map(([name, { value, sensitive }]) => {
        const it = evaluated(value, scope);
        // Terraform refuses to show what is sensitive unless the output says so.
        const hidden = sensitive === true;
        return [
          name,
          { after: it.value, after_unknown: it.unknown ?? false, after_sensitive: hidden },
        ];
      }),
    ),
    prior_state: {
      values: {
        root_module: {
          resources: instances.filter(isRead).map((it) => ({
            ...head(it),
            values: it.value.after,
            sensitive_values: it.value.hidden,
          })),
        },
      },
    },
    configuration: {
      provider_config: Object.fromEntries(
        Object.entries((json.provider ?? {}) as Json).map(([name, bodies]) => {
          const [body] = Array.isArray(bodies) ? bodies : [bodies];
          const expressions = expressionsOf(
            body,
            schemaOf('provider', name),
            layout === 'json' ? asInJson : asWritten,
          );
          return [name, { name, expressions }];
        }),
      ),
      root_module: { variables: json.variable ?? {}, ...plan.module },
    },
  };
}

// values

interface Scope {
  readonly json: Json;
  readonly depth: number;
}

/** A value in the trees of a plan. */
interface Evaluated {
  readonly value?: unknown;
  readonly unknown?: unknown;
  readonly hidden?: unknown;
}

const UNKNOWN: Evaluated = { unknown: true };

function evaluated(given: unknown, scope: Scope): Evaluated {
  if (typeof given === 'string') return ofText(given, scope);
  if (Array.isArray(given)) {
    const items = given.map((it) => evaluated(it, scope));
    return {
      value: items.map((it) => it.value ?? null),
      unknown: items.map((it) => it.unknown ?? false),
      hidden: items.map((it) => it.hidden ?? false),
    };
  }
  if (typeof given !== 'object' || given === null) return { value: given };
  const entries = Object.entries(given)
    .filter(([, it]) => it !== undefined)
    .map(([name, it]) => [name, evaluated(it, scope)] as const);
  return joined(entries);
}

function joined(entries: readonly (readonly [string, Evaluated])[]): Evaluated {
  const tree = (of: (it: Evaluated) => unknown) =>
    Object.fromEntries(
      entries.map(([name, it]) => [name, of(it)]).filter(([, it]) => it !== undefined),
    );
  return {
    value: tree((it) => it.value),
    unknown: tree((it) => it.unknown),
    hidden: tree((it) => it.hidden),
  };
}

function ofText(template: string, scope: Scope): Evaluated {
  const parts = partsOf(template);
  const values = parts.map((it) =>
    it.isExpression ? ofExpression(it.text, scope) : { value: it.text },
  );
  const hidden = values.some((it) => it.hidden === true) ? true : undefined;
  if (values.some((it) => it.unknown)) return { ...UNKNOWN, hidden };
  if (values.length === 1) return { ...values[0], hidden: hidden ?? values[0].hidden };
  return { value: values.map((it) => String(it.value)).join(''), hidden };
}

/** What an expression comes to: a literal elsewhere in the configuration, or what nobody knows yet. */
function ofExpression(expression: string, { json, depth }: Scope): Evaluated {
  const isHidden = /\bsensitive\s*\(/.test(expression) || pathsIn(expression).some(isMasked);
  const hidden = isHidden ? true : undefined;
  const steps = /^\s*(data\.)?([a-z]\w*)\.([\w-]+)(?:\.([\w-]+))?\s*$/.exec(expression);
  if (!steps || depth > 8) return { ...UNKNOWN, hidden };
  const [, data, type, name, attribute] = steps;
  const scope = { json, depth: depth + 1 };
  if (type === 'var' && !attribute) {
    const variable = (json.variable as Json | undefined)?.[name] as Json | undefined;
    if (!variable) return UNKNOWN;
    const given = variable.default === undefined ? 'given' : (variable.default as unknown);
    return { value: given, hidden: String(variable.sensitive) === 'true' ? true : undefined };
  }
  if (type === 'local' && !attribute) {
    const local = (json.locals as Json | undefined)?.[name] as unknown;
    return local === undefined ? UNKNOWN : evaluated(local, scope);
  }
  const body = (json[data ? 'data' : 'resource'] as Json | undefined)?.[type]?.[name] as Json;
  const value = attribute === undefined ? undefined : (body?.[attribute] as unknown);
  if (typeof value !== 'string' && typeof value !== 'number') return { ...UNKNOWN, hidden };
  const found = evaluated(value, scope);
  return { ...found, hidden: hidden ?? found.hidden };
}

const planned = ({ kind, type, body }: Resource, scope: Scope) => {
  const { value, unknown, hidden } = block(body, schemaOf(kind, type), scope, type, '');
  return { after: value, unknown, hidden };
};

/** A block with all that the provider adds: its defaults, what it computes, and what it hides. */
function block(
  body: Json,
  schema: BlockSchema,
  scope: Scope,
  type: string,
  path: string,
): Evaluated {
  const defaults = Object.entries(PROVIDER_DEFAULTS[type] ?? {})
    .filter(([it]) => it.startsWith(path) && !it.slice(path.length).includes('.'))
    .map(([it, value]) => [it.slice(path.length), value] as const);
  const computed = Object.entries(schema.attributes ?? {})
    .filter(([, it]) => it.computed)
    .map(([name]) => [name, UNKNOWN] as const);
  const own = Object.entries(body)
    .filter(([name, value]) => !META.has(name) && value !== undefined)
    .map(([name, value]): [string, Evaluated] => {
      const inner = blockIn(schema, name, value);
      if (!inner) return [name, coerced(evaluated(value, scope), schema, name)];
      const bodies = (Array.isArray(value) ? value : [value]) as Json[];
      const items = bodies.map((it) => block(it, inner, scope, type, `${path}${name}.`));
      const tree = (of: (it: Evaluated) => unknown) => items.map((it) => of(it) ?? {});
      return [
        name,
        {
          value: tree((it) => it.value),
          unknown: tree((it) => it.unknown),
          hidden: tree((it) => it.hidden),
        },
      ];
    });
  const members = new Map<string, Evaluated>([
    ...computed,
    ...defaults.map(([name, value]) => [name, { value }] as const),
    ...own,
  ]);
  return joined([...members]);
}

/** Terraform turns texts into what the schema asks for, and the provider's secrets into hidden ones. */
function coerced(it: Evaluated, schema: BlockSchema, name: string): Evaluated {
  const { type, sensitive } = schema.attributes?.[name] ?? {};
  const hidden = sensitive ? true : it.hidden;
  const { value } = it;
  if (type === 'bool' && (value === 'true' || value === 'false')) {
    return { ...it, value: value === 'true', hidden };
  }
  if (type === 'number' && typeof value === 'string' && value !== '' && !Number.isNaN(+value)) {
    return { ...it, value: +value, hidden };
  }
  if (type === 'string' && (typeof value === 'boolean' || typeof value === 'number')) {
    return { ...it, value: String(value), hidden };
  }
  return { ...it, hidden };
}

// expressions

/** How a traversal is written in the references of a plan. */
type Rewrite = (path: string) => readonly string[];

/** Each with its attribute, and once more without. */
const asWritten: Rewrite = (path) => [...new Set([path, ownerOf(path)])];

/** The same of JSON, of which a plan keeps the text too. */
const asInJson: Rewrite = (path) => asWritten(path);

const ownerOf = (path: string): string =>
  path
    .split('.')
    .slice(0, path.startsWith('data.') ? 3 : 2)
    .join('.');

const isResource = (path: string): boolean => !/^(var|local|module)\./.test(path);

function expressionsOf(body: Json, schema: BlockSchema, rewrite: Rewrite): Json {
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name, value]) => !META.has(name) && value !== undefined)
      .map(([name, value]) => {
        const inner = blockIn(schema, name, value);
        const bodies = (Array.isArray(value) ? value : [value]) as Json[];
        return [
          name,
          inner
            ? bodies.map((it) => expressionsOf(it, inner, rewrite))
            : expressionOf(value, rewrite),
        ];
      }),
  );
}

function expressionOf(value: unknown, rewrite: Rewrite): Json {
  const parts = textsIn(value).flatMap(partsOf);
  const expressions = parts.filter(({ isExpression }) => isExpression);
  if (expressions.length === 0) return { constant_value: value };
  const paths = expressions.flatMap(({ text }) => pathsIn(text));
  const references = [...new Set(paths.flatMap(rewrite))];
  return rewrite === asInJson ? { constant_value: value, references } : { references };
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** The paths that resources and outputs read. */
const pathsOf = (value: unknown): string[] =>
  textsIn(value).flatMap((it) =>
    partsOf(it)
      .filter(({ isExpression }) => isExpression)
      .flatMap(({ text }) => pathsIn(text)),
  );

// layouts

interface Laid {
  readonly module: Json;
  addressesOf(resource: Resource): readonly string[];
}

const nameOf = ({ kind, type, name }: Resource): string =>
  `${kind === 'data' ? 'data.' : ''}${type}.${name}`;

const written = (it: Resource, rewrite: Rewrite, more: Json = {}): Json => ({
  ...{ address: nameOf(it), mode: it.kind === 'data' ? 'data' : 'managed' },
  ...{ type: it.type, name: it.name },
  expressions: expressionsOf(it.body, schemaOf(it.kind, it.type), rewrite),
  ...more,
});

const outputs = (json: Json, rewrite: Rewrite): Json =>
  Object.fromEntries(
    Object.entries((json.output ?? {}) as Json).map(([name, { value, sensitive }]) => [
      name,
      { expression: expressionOf(value, rewrite), sensitive },
    ]),
  );

const passed = (names: Iterable<string>): Json =>
  Object.fromEntries([...names].map((it) => [it, { references: [`var.${it}`] }]));

/** The variables that resources read. */
const variablesOf = (resources: readonly Resource[]): string[] => [
  ...new Set(
    resources
      .flatMap(({ body }) => pathsOf(body))
      .filter((it) => it.startsWith('var.'))
      .map((it) => it.split('.')[1]),
  ),
];

const declared = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((it) => [it, {}]));

const inOneModule = (resources: readonly Resource[], json: Json): Json => ({
  variables: declared(variablesOf(resources)),
  resources: resources.map((it) => written(it, asWritten)),
  outputs: outputs(json, asWritten),
});

/** The outputs of the root, each of which is one of a module. */
const handedOn = (json: Json, from: string): Json =>
  Object.fromEntries(
    Object.entries((json.output ?? {}) as Json).map(([name, { value, sensitive }]) => [
      name,
      {
        sensitive,
        expression:
          pathsOf(value).length === 0
            ? { constant_value: value as unknown }
            : { references: [`${from}.${name}`, from] },
      },
    ]),
  );

const LAYOUTS: Record<Layout, (resources: readonly Resource[], json: Json) => Laid> = {
  flat: (resources, json) => ({
    module: {
      resources: resources.map((it) => written(it, asWritten)),
      outputs: outputs(json, asWritten),
    },
    addressesOf: (it) => [nameOf(it)],
  }),

  json: (resources, json) => ({
    module: {
      resources: resources.map((it) => written(it, asInJson)),
      outputs: outputs(json, asInJson),
    },
    addressesOf: (it) => [nameOf(it)],
  }),

  count: (resources, json) => {
    const rewrite: Rewrite = (path) => {
      const owner = ownerOf(path);
      if (!isResource(path)) return asWritten(path);
      return [...new Set([`${owner}[0]${path.slice(owner.length)}`, `${owner}[0]`, owner])];
    };
    return {
      module: {
        resources: resources.map((it) =>
          written(it, rewrite, { count_expression: { constant_value: 1 } }),
        ),
        outputs: outputs(json, rewrite),
      },
      addressesOf: (it) => [`${nameOf(it)}[0]`],
    };
  },

  // of what an expression chooses, a plan does not keep which attribute is read.
  for_each: (resources, json) => {
    const rewrite: Rewrite = (path) =>
      isResource(path) ? [ownerOf(path), 'each.key'] : asWritten(path);
    return {
      module: {
        resources: resources.map((it) => written(it, rewrite)),
        outputs: outputs(json, rewrite),
      },
      addressesOf: (it) => [`${nameOf(it)}["a.b"]`, `${nameOf(it)}["c]d"]`],
    };
  },

  module: (resources, json) => ({
    module: {
      module_calls: {
        shop: {
          expressions: passed(variablesOf(resources)),
          module: inOneModule(resources, json),
        },
      },
      outputs: handedOn(json, 'module.shop'),
    },
    addressesOf: (it) => [`module.shop.${nameOf(it)}`],
  }),

  /** Each resource in a module of its own: whatever one takes of another is an output and a variable. */
  apart: (resources, json) => {
    const home = new Map(resources.map((it, at) => [nameOf(it), `m${at}`]));
    const word = (path: string) => path.replace(/\W/g, '_');
    const taken = new Set([
      ...resources.flatMap(({ body }) => pathsOf(body)),
      ...pathsOf(json.output),
    ]);
    const isElsewhere = (path: string) => home.has(ownerOf(path));
    const outward: Rewrite = (path) =>
      isElsewhere(path)
        ? [`module.${home.get(ownerOf(path))}.${word(path)}`, `module.${home.get(ownerOf(path))}`]
        : asWritten(path);
    const inward: Rewrite = (path) => (isElsewhere(path) ? [`var.${word(path)}`] : asWritten(path));
    const calls = resources.map((it) => {
      const paths = pathsOf(it.body);
      const others = [...new Set(paths.filter(isElsewhere))];
      const handed = [...taken].filter((path) => ownerOf(path) === nameOf(it));
      return [
        home.get(nameOf(it))!,
        {
          expressions: {
            ...passed(variablesOf([it])),
            ...Object.fromEntries(
              others.map((path) => [word(path), { references: outward(path) }]),
            ),
          },
          module: {
            resources: [written(it, inward)],
            outputs: Object.fromEntries(
              handed.map((path) => [word(path), { expression: { references: asWritten(path) } }]),
            ),
          },
        },
      ];
    });
    return {
      module: { module_calls: Object.fromEntries(calls), outputs: outputs(json, outward) },
      addressesOf: (it) => [`module.${home.get(nameOf(it))}.${nameOf(it)}`],
    };
  },

  /** Modules in modules, both of which have instances. */
  nested: (resources, json) => {
    const names = variablesOf(resources);
    return {
      module: {
        module_calls: {
          region: {
            for_each_expression: { references: ['var.regions'] },
            expressions: passed(names),
            module: {
              variables: declared(names),
              module_calls: {
                shop: {
                  count_expression: { constant_value: 1 },
                  expressions: passed(names),
                  module: inOneModule(resources, json),
                },
              },
              outputs: handedOn(json, 'module.shop[0]'),
            },
          },
        },
        outputs: handedOn(json, 'module.region["eu-de"]'),
      },
      addressesOf: (it) => [
        `module.region["eu-de"].module.shop[0].${nameOf(it)}`,
        `module.region["us-south"].module.shop[0].${nameOf(it)}`,
      ],
    };
  },
};
