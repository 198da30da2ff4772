import { Block, Graph, Waived } from './graph';
import { groupedBy } from './grouped';
import { Resource } from './resource';
import { Outcome, Rule, Severity } from './rule';
import { isUndecided } from './value';
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
  const sheets = rules.map((rule): Sheet => ({ rule, findings: [] }));
  const byType = groupedBy(sheets, ({ rule }) => rule.types);
  for (const [type, asked] of byType) {
    judgeAll(Resource.all(type, graph), asked, (it) => excused(it, used, today));
  }
  return {
    findings: sheets.flatMap(({ findings }) => findings),
    checked: checkedIn(graph, [...byType.keys()]),
    unused: unusedIn(graph, rules, used),
  };
}

/** What one rule found, in the order of the resources. */
interface Sheet {
  readonly rule: Rule;
  readonly findings: Finding[];
}

/**
 * Takes each resource to all its rules; the other way round, V8 compiles the loop anew for each rule. Of many resources of a
 * type most say nearly the same as the first: where all that a rule read of that is said again, so is its verdict.
 */
function judgeAll(
  resources: readonly Resource[],
  sheets: readonly Sheet[],
  excuse: (finding: Finding) => Finding,
): void {
  const [first] = resources;
  if (first === undefined) return;
  const known = sheets.map(({ rule }) => first.noting(() => verdictOn(rule, first)));
  for (const resource of resources) {
    const unlike = resource === first ? NOTHING : first.unlike(resource);
    sheets.forEach(({ rule, findings }, at) => {
      const { answer, asked } = known[at];
      const isKnown = resource === first || saysTheSame(asked, unlike);
      const { outcome, fact } = isKnown ? answer : verdictOn(rule, resource);
      const finding = { rule, block: resource.block, severity: rule.severity, outcome, fact };
      findings.push(outcome === 'breaks' ? excuse(finding) : finding);
    });
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function saysTheSame(
  asked: readonly string[] | undefined,
  unlike: ReadonlySet<string> | undefined,
): boolean {
  if (asked === undefined || unlike === undefined) return false;
  for (const name of asked) {
    if (unlike.has(name)) return false;
  }
  return true;
}

/** What a rule says of a resource; that it fails is its own fault, and no verdict. */
export function verdictOn(rule: Rule, resource: Resource): Pick<Finding, 'outcome' | 'fact'> {
  try {
    const { outcome, fact = '' } = rule.judge(resource);
    return { outcome, fact };
  } catch (error) {
    return isUndecided(error)
      ? { outcome: 'unknown', fact: error.message }
      : { outcome: 'crashed', fact: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => String((error as Error)?.message ?? error);

/** A broken rule that someone answers for is no finding, but stands in every report. */
function excused(finding: Finding, used: Set<Waived>, today: Date): Finding {
  const given = finding.block.waivers.filter((it) => it.rule === finding.rule.id);
  for (const it of given) used.add(it);
  // of several, one that was renewed is enough.
  const waiver = given.find((it) => stillHolds(it, today) === undefined) ?? given.at(0);
  if (!waiver) return finding;
  const problem = stillHolds(waiver, today);
  return problem === undefined
    ? { ...finding, outcome: 'waived', waiver }
    : { ...finding, waiver, note: problem };
}

/** Settings, providers and outputs are there in every stack: to look at them is to look at nothing. */
const checkedIn = (graph: Graph, types: readonly string[]): number =>
  types
    .flatMap((type) => graph.of(type))
    .filter(({ kind }) => kind === 'resource' || kind === 'data').length;

function unusedIn(
  graph: Graph,
  rules: readonly Rule[],
  used: ReadonlySet<Waived>,
): Judgement['unused'] {
  const ids = new Set(rules.map(({ id }) => id));
  const isUnused = (it: Waived) => ids.has(it.rule) && !used.has(it);
  const blocks = graph.blocks.filter(({ waivers }) => waivers.length > 0);
  return blocks.flatMap((block) =>
    block.waivers.filter(isUnused).map((waiver) => ({ block, waiver })),
  );
}
