import { Block, Graph, Waived } from './graph';
import { Resource, isUndecided } from './resource';
import { Outcome, Rule, Severity } from './rule';
import { stillHolds } from './waivers';

/** What a rule found on one resource. */
export interface Finding {
  readonly rule: Rule;
  readonly block: Block;
  /** `crashed` is a fault of the rule itself, and never counts as kept. */
  readonly outcome: Outcome | 'crashed' | 'waived';
  readonly severity: Severity;
  /** What was seen; of an unknown, which attribute is. */
  readonly fact: string;
  /** The leave to break the rule, where one was given. */
  readonly waiver?: Waived;
  /** Why a waiver that was given does not count. */
  readonly note?: string;
}

/** All that was found, and what was looked at. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** How many resources and data sources at least one rule looked at. */
  readonly checked: number;
  /** Waivers that excused nothing. */
  readonly unused: readonly { readonly block: Block; readonly waiver: Waived }[];
}

/** Judges every block by every rule for its type; linear in both. */
export function judge(graph: Graph, rules: readonly Rule[], today = new Date()): Judgement {
  const used = new Set<Waived>();
  const looked = new Set<Block>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const type of rule.types) {
      for (const block of graph.of(type)) {
        // settings, providers and outputs are there in every stack: to look at them is to look at nothing.
        if (block.kind === 'resource' || block.kind === 'data') looked.add(block);
        findings.push(excused(verdictOn(rule, block, graph), used, today));
      }
    }
  }
  const ids = new Set(rules.map(({ id }) => id));
  const unused = graph.blocks.flatMap((block) =>
    block.waivers
      .filter((waiver) => ids.has(waiver.rule) && !used.has(waiver))
      .map((waiver) => ({ block, waiver })),
  );
  return { findings, checked: looked.size, unused };
}

function verdictOn(rule: Rule, block: Block, graph: Graph): Finding {
  const base = { rule, block, severity: rule.severity };
  try {
    const { outcome, fact = '' } = rule.judge(new Resource(block, graph));
    return { ...base, outcome, fact };
  } catch (error) {
    return isUndecided(error)
      ? { ...base, outcome: 'unknown', fact: error.message }
      : { ...base, outcome: 'crashed', fact: String((error as Error)?.message ?? error) };
  }
}

/** A broken rule that someone answers for is no finding, but stands in every report. */
function excused(finding: Finding, used: Set<Waived>, today: Date): Finding {
  if (finding.outcome !== 'breaks') return finding;
  const waiver = finding.block.waivers.find((it) => it.rule === finding.rule.id);
  if (!waiver) return finding;
  used.add(waiver);
  const problem = stillHolds(waiver, today);
  return problem === undefined
    ? { ...finding, outcome: 'waived', waiver }
    : { ...finding, waiver, note: problem };
}
