/** How a rule is tested: by what keeps it, what breaks it, and what nobody can tell yet. */
import { verdictOn } from '../../lib/policy/engine';
import { Block, Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource } from '../../lib/policy/resource';
import { Outcome, Rule } from '../../lib/policy/rule';

import { verdictsOn } from './policy/verdicts';

export { planOf } from './policy/planned';

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

/** The cases of a rule: in short, what becomes of each, and as configurations. */
export function casesOf(rule: Rule, cases: RuleCases): [string, Outcome | 'crashed', Json][] {
  const { saysNothing, ...groups } = cases;
  const [type] = rule.types;
  const all = Object.entries(groups).flatMap(([outcome, bodies]) =>
    (bodies as Case[]).map((body): [string, Outcome, Json] => [
      JSON.stringify(body).slice(0, 120),
      outcome as Outcome,
      configurationOf(type, body),
    ]),
  );
  return [...all, ['a resource that says nothing', saysNothing, configurationOf(type, {})]];
}

export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    test('has a case for each answer that it can give', () => {
      expect(cases.holds.length + (cases.manual?.length ?? 0)).toBeGreaterThan(0);
      expect(cases.breaks.length + (cases.manual?.length ?? 0)).toBeGreaterThan(0);
    });

    test.each(casesOf(rule, cases))('%s: %s', (_, outcome, json) => {
      expect(outcomesIn(rule, blocksOfConfiguration(json))).toEqual([outcome]);
    });

    test('of each among many it says what it says of that one alone', () => {
      for (const json of crowdsOf(rule, cases)) {
        const blocks = blocksOfConfiguration(json);
        const alone = new Graph(blocks);
        for (const { block, outcome, fact } of verdictsOn(blocks, [rule])) {
          const said = verdictOn(rule, new Resource(block, alone));
          const is = outcome === 'waived' ? 'breaks' : outcome;
          expect([block.address, is, fact]).toEqual([block.address, said.outcome, said.fact]);
        }
      }
    });
  });
}

/** Configurations in which the judged resources of all cases stand side by side, each of them once the first. */
function crowdsOf(rule: Rule, cases: RuleCases): Json[] {
  const [type] = rule.types;
  const [kind, of] = type.startsWith('data.') ? ['data', type.slice(5)] : ['resource', type];
  const worlds = casesOf(rule, cases).map(([, , json]) => json);
  const bodies = worlds.flatMap((json) => Object.values((json[kind]?.[of] ?? {}) as Json));
  return worlds.map((json, at) => {
    const inTurn = [...bodies.slice(at), ...bodies.slice(0, at), ...bodies];
    const crowd = Object.fromEntries(inTurn.map((body, number) => [`it_${number}`, body as Json]));
    return { ...json, [kind]: { ...json[kind], [of]: { ...crowd, ...json[kind]?.[of] } } };
  });
}

/** What a rule says of everything that is called `it`, in the order in which it is judged. */
export function outcomesIn(rule: Rule, blocks: readonly Block[]): string[] {
  const isJudged = /(^|\.)it(\[.*\])?$|^provider\.|^terraform$/;
  return verdictsOn(blocks, [rule])
    .filter(({ block }) => isJudged.test(block.address))
    .map(({ outcome, fact }) => (outcome === 'crashed' ? `crashed: ${fact}` : outcome));
}

export const configurationOf = (type: string, body: Case): Json => {
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
