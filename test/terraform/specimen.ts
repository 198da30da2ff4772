/** The least configuration of a type that the provider accepts, made from what `provider/` records. */
import { BlockSchema, ProviderData, readProvider, TypeData } from '../../tools/provider-data';
import { Inventor } from '../kit/provider/invent';
import type { ValidateDiagnostic } from '../kit/terraform';

export type Configuration = Record<string, unknown>;
export type Kind = 'resource' | 'data';

export const PROVIDER: ProviderData = readProvider();
const INVENTOR = new Inventor(PROVIDER);

/** The head of every configuration in these tests. */
export const TERRAFORM = {
  required_providers: { ibm: { source: 'IBM-Cloud/ibm', version: '~> 2.5' } },
};

/**
 * The given values by dotted path (`undefined` takes an attribute out), whatever else is required, and
 * one of each group of which one is.
 */
export function specimen(
  type: string,
  values: Configuration = {},
  kind: Kind = 'resource',
): Configuration {
  const data = (kind === 'data' ? PROVIDER.dataSources : PROVIDER.resources)[type];
  if (!data) throw new Error(`got type ${type}, expected a ${kind} that the provider has`);
  const result = least(type, data, data.schema.block, '');
  const putAll = () =>
    Object.entries(values).forEach(([path, value]) => put(result, data, path, value));
  putAll();
  for (const path of lackingMembers(data, result))
    put(result, data, path, invented(type, data, path));
  putAll();
  return result;
}

/** The first member of each group that has none; one inside an absent block, as target.0.crn, is not asked for. */
function lackingMembers({ facts }: TypeData, config: Configuration): Set<string> {
  const groups = Object.values(facts.attributes).flatMap((known) =>
    [known.exactlyOneOf, known.atLeastOneOf].filter((group) => group !== undefined),
  );
  const lacking = groups.filter((group) => group.every((path) => at(config, path) === undefined));
  const paths = lacking.map(([first]) => first.replaceAll(/\.\d+\./g, '.'));
  return new Set(paths.filter((path) => !path.includes('.') || path.split('.')[0] in config));
}

/** Sets what a dotted path names, in the first block of each list on the way. */
function put(config: Configuration, data: TypeData, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() as string;
  let [block, target]: [BlockSchema, Configuration] = [data.schema.block, config];
  let prefix = '';
  for (const step of steps) {
    const nested = block.block_types?.[step];
    if (!nested) throw new Error(`got ${path}, expected blocks up to its last step`);
    prefix += `${step}.`;
    target[step] ??= [least('', data, nested.block, prefix)];
    [block, target] = [nested.block, (target[step] as Configuration[])[0]];
  }
  if (value === undefined) delete target[last];
  else target[last] = value;
}

/** What Terraform said of one resource. */
export function about(
  diagnostics: readonly ValidateDiagnostic[],
  type: string,
  name: string,
): ValidateDiagnostic[] {
  const context = new RegExp(`(^|\\.)${type}\\.${name}(\\.|$)`);
  return diagnostics.filter(({ snippet }) => context.test(snippet?.context ?? ''));
}

function least(type: string, data: TypeData, block: BlockSchema, prefix: string): Configuration {
  const result: Configuration = {};
  for (const [name, { required }] of Object.entries(block.attributes ?? {})) {
    if (required) result[name] = invented(type, data, prefix + name);
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const length = nested.min_items ?? 0;
    const one = () => least(type, data, nested.block, `${prefix}${name}.`);
    if (length > 0) result[name] = Array.from({ length }, one);
  }
  return result;
}

function invented(type: string, data: TypeData, path: string): unknown {
  const steps = path.split('.');
  const name = steps.pop() as string;
  let block = data.schema.block;
  for (const step of steps) block = (block.block_types ?? {})[step].block;
  const attribute = block.attributes?.[name];
  if (!attribute) return [least(type, data, (block.block_types ?? {})[name].block, `${path}.`)];
  const facts = data.facts.attributes[path];
  const known = inventions.get(data) ?? new Map<string, unknown>();
  inventions.set(data, known);
  const key = `${type} ${path}`;
  if (!known.has(key)) {
    const order = { type, name, cty: attribute.type, facts, seed: type, known: {} };
    known.set(key, INVENTOR.value(order));
  }
  return structuredClone(known.get(key));
}

// what is invented for a place is always the same; some of it takes long to find.
const inventions = new WeakMap<TypeData, Map<string, unknown>>();

function at(config: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Configuration | undefined)?.[step], config);
}
