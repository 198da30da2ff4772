/** How a rule is tested: by what keeps it, what breaks it, and what nobody can tell yet, through more than one loader. */
import { judge } from '../../lib/policy/engine';
import { partsOf, pathsIn, referencesIn } from '../../lib/policy/expression';
import { Block, Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { blocksOfPlan } from '../../lib/policy/loaders/plan';
import { Outcome, Rule } from '../../lib/policy/rule';

/** A value that only Terraform knows. */
export const UNKNOWN = '${var.unknown}';

type Json = Record<string, any>;

/** The body of the judged resource, or a whole configuration in which it is called `it`. */
type Case = Json;

export interface RuleCases {
  readonly holds: readonly Case[];
  readonly breaks: readonly Case[];
  readonly unknown: readonly Case[];
  /** What becomes of a resource that says nothing: silence often means public. */
  readonly saysNothing: Outcome | 'crashed';
  readonly manual?: readonly Case[];
}

/** A whole configuration: resources by type and name; the judged one is called `it`. */
export const world = (resource: Json, rest: Json = {}): Case => ({
  $world: true,
  resource,
  ...rest,
});

export function testRule(rule: Rule, cases: RuleCases): void {
  const { saysNothing, ...groups } = cases;
  const all: [string, Outcome | 'crashed', Case][] = [
    ...Object.entries(groups).flatMap(([outcome, bodies]) =>
      (bodies as Case[]).map((body): [string, Outcome, Case] => [
        JSON.stringify(body).slice(0, 120),
        outcome as Outcome,
        body,
      ]),
    ),
    ['a resource that says nothing', saysNothing, {}],
  ];
  const [type] = rule.types;

  describe(rule.id, () => {
    test('has a case for each answer that it can give', () => {
      expect(cases.holds.length + (cases.manual?.length ?? 0)).toBeGreaterThan(0);
      expect(cases.breaks.length + (cases.manual?.length ?? 0)).toBeGreaterThan(0);
    });

    test.each(all)('%s: %s', (_, outcome, body) => {
      const json = configurationOf(type, body);
      expect([outcome, outcomeIn(rule, blocksOfConfiguration(json))]).toEqual([outcome, outcome]);
      // a plan has no variables, and does not say where the state lies.
      if (/^(variable|terraform)\./.test(type)) return;
      // in a plan less of a text is known, and never anything else.
      const planned = outcomeIn(rule, blocksOfPlan(planOf(json)));
      expect([outcome, 'unknown']).toContain(planned);
    });
  });
}

function outcomeIn(rule: Rule, blocks: readonly Block[]): string {
  const { findings } = judge(new Graph(blocks), [rule]);
  const isJudged = /(^|\.)it$|^provider\.|^terraform$/;
  const found = findings.filter(({ block }) => isJudged.test(block.address));
  if (found.length !== 1) {
    const crash = findings.find(({ outcome }) => outcome === 'crashed');
    throw new Error(`got ${found.length} verdicts on "it", expected one; ${crash?.fact ?? ''}`);
  }
  const [{ outcome, fact }] = found;
  if (outcome === 'crashed') throw new Error(`${rule.id} crashed: ${fact}`);
  return outcome;
}

const configurationOf = (type: string, body: Case): Json => {
  if (body.$world) {
    return Object.fromEntries(Object.entries(body).filter(([name]) => name !== '$world'));
  }
  const [kind, of] = type.startsWith('data.') ? ['data', type.slice(5)] : ['resource', type];
  if (type.startsWith('provider.')) return { provider: { [type.slice(9)]: [body] } };
  if (type === 'output.') return { output: { it: body } };
  if (type === 'variable.') return { variable: { it: body } };
  if (type === 'terraform.') return { terraform: body };
  return { [kind]: { [of]: { it: body } } };
};

/** A plan of a configuration, as `terraform show -json` would print it. */
export function planOf(json: Json): Json {
  const resources = (['resource', 'data'] as const).flatMap((kind) =>
    Object.entries((json[kind] ?? {}) as Json).flatMap(([type, named]) =>
      Object.entries(named as Json).map(([name, body]) => ({ kind, type, name, body })),
    ),
  );
  const mode = (kind: string) => (kind === 'data' ? 'data' : 'managed');
  return {
    resource_changes: resources.map(({ kind, type, name, body }) => ({
      address: `${kind === 'data' ? 'data.' : ''}${type}.${name}`,
      mode: mode(kind),
      type,
      name,
      change: {
        actions: ['create'],
        after: known(body),
        after_unknown: unknownIn(body),
        after_sensitive: {},
      },
    })),
    configuration: {
      provider_config: Object.fromEntries(
        Object.entries((json.provider ?? {}) as Json).map(([name, bodies]) => [
          name,
          { name, expressions: expressionIn(Array.isArray(bodies) ? bodies[0] : bodies) },
        ]),
      ),
      root_module: {
        outputs: Object.fromEntries(
          Object.entries((json.output ?? {}) as Json).map(([name, { value, sensitive }]) => [
            name,
            { expression: expressionIn(value), sensitive },
          ]),
        ),
        resources: resources.map(({ kind, type, name, body }) => ({
          mode: mode(kind),
          type,
          name,
          expressions: expressionIn(body),
        })),
      },
    },
  };
}

const isTemplate = (value: unknown): value is string =>
  typeof value === 'string' && partsOf(value).some(({ isExpression }) => isExpression);

function known(value: any): any {
  if (isTemplate(value)) return undefined;
  if (Array.isArray(value)) return value.map((it) => known(it) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Json)
      .filter(([name, it]) => name !== '//' && !isTemplate(it))
      .map(([name, it]) => [name, known(it)]),
  );
}

function unknownIn(value: any): any {
  if (isTemplate(value)) return true;
  if (Array.isArray(value)) return value.map(unknownIn);
  if (typeof value !== 'object' || value === null) return false;
  return Object.fromEntries(
    Object.entries(value as Json).map(([name, it]) => [name, unknownIn(it)]),
  );
}

function expressionIn(value: any): any {
  if (isTemplate(value)) {
    const parts = partsOf(value).filter(({ isExpression }) => isExpression);
    // each with its attribute, and once more without.
    return { references: parts.flatMap(({ text }) => [...pathsIn(text), ...referencesIn(text)]) };
  }
  if (Array.isArray(value)) return value.map(expressionIn);
  if (typeof value !== 'object' || value === null) return { constant_value: value };
  return Object.fromEntries(
    Object.entries(value as Json).map(([name, it]) => [name, expressionIn(it)]),
  );
}
