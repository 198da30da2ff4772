import { pathsIn, referencesIn } from '../expression';
import { Block } from '../graph';
import { Unknown, Value } from '../value';
import { list, record } from './configuration';

type Json = { readonly [name: string]: unknown };

/**
 * The blocks of a plan, as `terraform show -json` prints one: the values that will be, what is unknown until then, and
 * from the configuration what each attribute refers to. What Terraform hides is hidden here too.
 */
export function blocksOfPlan(json: unknown, file?: string): Block[] {
  const plan = record(json);
  const configuration = expressionsOf(record(record(plan.configuration).root_module));
  const changes = list(plan.resource_changes)
    .map(record)
    .filter((it) => !list(record(it.change).actions).every((action) => action === 'delete'));
  const resources = changes.map((it) => blockOf(it, configuration, file));
  const providers = Object.values(record(record(plan.configuration).provider_config)).map((it) =>
    providerOf(record(it), file),
  );
  const outputs = Object.entries(
    record(record(record(plan.configuration).root_module).outputs),
  ).map(([name, it]): Block => ({
    ...{ kind: 'output', type: '', address: `output.${name}`, waivers: [], file },
    body: outputOf(record(it)),
  }));
  return [...resources, ...providers, ...outputs];
}

function blockOf(change: Json, configuration: ReadonlyMap<string, Json>, file?: string): Block {
  const { mode, type, address } = change;
  const { after, after_unknown: unknown, after_sensitive: hidden } = record(change.change);
  const plain = String(address).replace(/\[[^\]]*\]/g, '');
  const expressions = configuration.get(plain) ?? {};
  return {
    kind: mode === 'data' ? 'data' : 'resource',
    type: String(type),
    address: String(address),
    body: {
      ...(merged(after, unknown, hidden, expressions) as Block['body']),
      // a plan does not say what Terraform itself was told of a resource.
      lifecycle: new Unknown('\0', []),
    },
    waivers: [],
    file,
  };
}

/** A value with its unknown members marked, and with what each refers to kept even where the value is known. */
function merged(after: unknown, unknown: unknown, hidden: unknown, expression: unknown): Value {
  if (unknown === true) {
    const references = referencesOf(expression);
    // an attribute that nobody wrote is not unknown: it is computed, and absent from the code.
    return references === undefined
      ? undefined
      : new Unknown('\0', references, hidden === true, pathsOf(expression));
  }
  if (hidden === true)
    return new Unknown('\0', referencesOf(expression) ?? [], true, pathsOf(expression));
  if (Array.isArray(after)) {
    return after.map((item, at) =>
      merged(item, member(unknown, at), member(hidden, at), member(expression, at)),
    );
  }
  if (typeof after === 'object' && after !== null) {
    const names = new Set([...Object.keys(after), ...Object.keys(record(unknown))]);
    const entries = [...names].map((name) => [
      name,
      merged(
        (after as Json)[name],
        member(unknown, name),
        member(hidden, name),
        member(expression, name),
      ),
    ]);
    return Object.fromEntries(entries) as Value;
  }
  return after as Value;
}

/** What an expression refers to; undefined where there is none. */
function referencesOf(expression: unknown): string[] | undefined {
  if (expression === undefined) return undefined;
  const { references, constant_value: constant } = record(expression);
  if (references !== undefined) {
    return [...new Set(list(references).flatMap((it) => referencesIn(String(it))))];
  }
  if (constant !== undefined) return [];
  return Object.values(record(expression)).flatMap((it) => referencesOf(it) ?? []);
}

/** The same with the attributes that are read; a plan names an address once more without them. */
function pathsOf(expression: unknown): string[] {
  const { references } = record(expression);
  if (references === undefined) return Object.values(record(expression)).flatMap(pathsOf);
  const all = list(references).flatMap((it) => pathsIn(String(it)));
  return [...new Set(all)].filter((path) => !all.some((it) => it.startsWith(`${path}.`)));
}

const member = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : value === true
      ? true
      : undefined;

/** The expressions of every resource by its address, through modules. */
function expressionsOf(module: Json, prefix = ''): Map<string, Json> {
  const own = list(module.resources).map((it) => {
    const { mode, type, name, expressions } = record(it);
    const address = `${prefix}${mode === 'data' ? 'data.' : ''}${String(type)}.${String(name)}`;
    return [address, record(expressions)] as const;
  });
  const inner = Object.entries(record(module.module_calls)).flatMap(([name, call]) => [
    ...expressionsOf(record(record(call).module), `${prefix}module.${name}.`),
  ]);
  return new Map([...own, ...inner]);
}

function providerOf({ name, expressions }: Json, file?: string): Block {
  const entries = Object.entries(record(expressions)).map(([attribute, it]) => {
    const { constant_value: constant } = record(it);
    return [attribute, constant ?? new Unknown('\0', referencesOf(it) ?? [])];
  });
  const type = String(name);
  const body = Object.fromEntries(entries) as Block['body'];
  return { kind: 'provider', type, address: `provider.${type}`, body, waivers: [], file };
}

function outputOf({ expression, sensitive }: Json): Block['body'] {
  return {
    value: new Unknown('\0', referencesOf(expression) ?? [], false, pathsOf(expression)),
    sensitive: sensitive === true,
  };
}
