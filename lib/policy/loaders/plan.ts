import { Block } from '../graph';
import { DEEPEST, Unknown, asIs } from '../value';
import { Json, list, record, word } from './json';
import { constantOf, isLeaf } from './plan-expression';
import { PlanReferences } from './plan-references';
import { Planned, bodyOf } from './plan-value';

/** An instance of a resource or data source, with its values as the plan has them. */
interface Entry {
  readonly address: string;
  readonly mode: unknown;
  readonly type: string;
  readonly values: Planned;
}

/** What is no part of what will be. */
const GONE = new Set(['delete', 'forget']);

/**
 * The blocks of a plan, as `terraform show -json` prints one: the values that will be, what is unknown until then, and
 * from the configuration what each attribute refers to. What Terraform hides is hidden here too.
 */
export function blocksOfPlan(json: unknown, file?: string): Block[] {
  const plan = record(json);
  const configuration = record(plan.configuration);
  const root = record(configuration.root_module);
  const entries = [...changesOf(plan), ...readingsOf(plan)];
  const references = new PlanReferences(
    root,
    entries.map(({ address }) => address),
  );
  const inRoot = (expression: unknown) => references.inRoot(expression);
  const blockOf = (kind: Block['kind'], type: string, address: string, body: Block['body']) => ({
    ...{ kind, type, address, body, read: asIs, file },
    waivers: [],
  });
  const resources = entries.map(({ address, mode, type, values }) => {
    const { isThere, expressions, meaningOf } = references.at(address);
    const body = bodyOf({ ...values, expression: expressions }, meaningOf, isThere);
    // a plan does not say what Terraform itself was told of a resource.
    const whole = { ...body, lifecycle: new Unknown('\0', []) };
    return blockOf(mode === 'data' ? 'data' : 'resource', type, address, whole);
  });
  const providers = Object.values(record(configuration.provider_config)).map((it) => {
    const { name, expressions } = record(it);
    const type = word(name);
    return blockOf('provider', type, `provider.${type}`, bodyOf(written(expressions), inRoot));
  });
  const outputs = Object.entries(record(root.outputs)).map(([name, it]) => {
    const { expression, sensitive } = record(it);
    const body = bodyOf(outcomeOf(plan, name, expression), inRoot);
    return blockOf('output', '', `output.${name}`, { ...body, sensitive: sensitive === true });
  });
  const variables = Object.entries(record(root.variables)).map(([name, it]) =>
    blockOf('variable', '', `variable.${name}`, bodyOf({ after: it }, inRoot, false)),
  );
  // nor where the state lies.
  const nobodyKnows = { backend: new Unknown('\0', []), cloud: new Unknown('\0', []) };
  const settings =
    plan.configuration === undefined ? [] : [blockOf('terraform', '', 'terraform', nobodyKnows)];
  return [...resources, ...providers, ...outputs, ...variables, ...settings];
}

function changesOf(plan: Json): Entry[] {
  return list(plan.resource_changes)
    .map(record)
    .filter((it) => !list(record(it.change).actions).every((action) => GONE.has(word(action))))
    .map((it) => {
      const { after, after_unknown: unknown, after_sensitive: hidden } = record(it.change);
      return entryOf(it, { after, unknown, hidden });
    });
}

/** Data sources that were read for the plan are no change; they stand in what was there before. */
function readingsOf(plan: Json): Entry[] {
  const changed = new Set(list(plan.resource_changes).map((it) => record(it).address));
  const resources: Json[] = [];
  const modules = [record(record(plan.prior_state).values).root_module];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    resources.push(...list(record(module).resources).map(record));
    modules.push(...list(record(module).child_modules));
  }
  return resources
    .filter(({ mode, address }) => mode === 'data' && !changed.has(address))
    .map((it) => entryOf(it, { after: it.values, hidden: it.sensitive_values }));
}

const entryOf = ({ address, mode, type }: Json, values: Planned): Entry => ({
  ...{ address: word(address), mode, type: word(type) },
  values,
});

/** What an output will be; of a plan that does not say, what its expression says. */
function outcomeOf(plan: Json, name: string, expression: unknown = { references: [] }): Planned {
  const changes = record(plan.output_changes);
  if (!Object.hasOwn(changes, name)) return written({ value: expression });
  const { after, after_unknown: unknown, after_sensitive: hidden } = record(changes[name]);
  return {
    ...{ after: { value: after }, unknown: { value: unknown }, hidden: { value: hidden } },
    expression: { value: expression },
  };
}

/** What the code says itself, without what Terraform made of it. */
const written = (expression: unknown): Planned => ({
  after: mapped(expression, constantOf),
  unknown: mapped(expression, (it) => it.references !== undefined),
  expression,
});

function mapped(expression: unknown, value: (leaf: Json) => unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (isLeaf(expression)) return value(record(expression));
  if (Array.isArray(expression)) return expression.map((it) => mapped(it, value, depth + 1));
  const members = Object.entries(record(expression));
  return Object.fromEntries(members.map(([name, it]) => [name, mapped(it, value, depth + 1)]));
}
