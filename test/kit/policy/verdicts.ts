/** What becomes of every block under every rule that looks at it; the engine does not list what is kept. */
import { Finding, judge } from '../../../lib/policy/engine';
import { Block, Graph } from '../../../lib/policy/graph';
import { Rule } from '../../../lib/policy/rule';

export interface Judged {
  readonly rule: Rule;
  readonly block: Block;
  readonly outcome: Finding['outcome'] | 'holds';
  readonly fact: string;
}

export function verdictsOn(blocks: readonly Block[], rules: readonly Rule[]): Judged[] {
  const graph = new Graph(blocks);
  const { findings, kept } = judge(graph, rules);
  const all = rules.flatMap((rule) => {
    const found = new Map(
      findings.filter((it) => it.rule === rule).map((it): [Block, Judged] => [it.block, it]),
    );
    const asked = [...new Set(rule.types)].flatMap((type) => graph.of(type));
    return asked.map(
      (block): Judged => found.get(block) ?? { rule, block, outcome: 'holds', fact: '' },
    );
  });
  expect(all).toHaveLength(findings.length + kept);
  return all;
}
