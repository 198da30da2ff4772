import { Block, Graph, Waived } from './graph';
import { groupedBy } from './grouped';
import { kinsOf } from './likeness';
import { Resource } from './resource';
import { Outcome, Rule, Severity } from './rule';
import { isUndecided } from './value';
import { stillHolds } from './waivers';

/** What a rule found on one resource that does not keep it, as far as anybody can tell. */
export interface Finding {
  readonly rule: Rule;
  readonly block: Block;
  /** `crashed` is a fault of the rule itself, and never counts as kept. */
  readonly outcome: Exclude<Outcome, 'holds'> | 'crashed' | 'waived';
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
  /** Rule by rule, in the order of the rules. */
  readonly findings: readonly Finding[];
  /** How often a rule was kept. */
  readonly kept: number;
  /** How many resources and data sources at least one rule looked at. */
  readonly checked: number;
  /** Waivers that excused nothing. */
  readonly unused: readonly { readonly block: Block; readonly waiver: Waived }[];
}

/** Judges every block by every rule for its type; linear in both. */
export function judge(graph: Graph, rules: readonly Rule[], today = new Date()): Judgement {
  const used = new Set<Waived>();
  const sheets = rules.map((rule): Sheet => ({ rule, findings: [], kept: 0 }));
  const byType = groupedBy(sheets, ({ rule }) => rule.types);
  for (const [type, asked] of byType) {
    judgeAll(graph, type, asked, (it) => excused(it, used, today));
  }
  return {
    findings: sheets.flatMap(({ findings }) => findings),
    kept: sheets.reduce((sum, { kept }) => sum + kept, 0),
    checked: checkedIn(graph, [...byType.keys()]),
    unused: unusedIn(graph, rules, used),
  };
}

/** What one rule found. */
interface Sheet {
  readonly rule: Rule;
  readonly findings: Finding[];
  kept: number;
}

/** What a rule says of a resource, or how it failed. */
export interface Answer {
  readonly outcome: Outcome | 'crashed';
  readonly fact: string;
}

/**
 * Takes each resource of a type to all its rules. Most say nearly the same as the first: where all that a rule read of that
 * is said again, so is its verdict, and nobody has to go through them.
 */
function judgeAll(
  graph: Graph,
  type: string,
  sheets: readonly Sheet[],
  excuse: (finding: Finding) => Finding,
): void {
  const [one, ...others] = graph.of(type);
  if (one === undefined) return;
  const first = Resource.of(one, graph);
  const known = sheets.map((sheet) => {
    const it = first.noting(() => verdictOn(sheet.rule, first));
    return { sheet, ...it, asked: it.asked && new Set(it.asked) };
  });
  for (const { sheet, answer } of known) enter(sheet, answer, [one], excuse);
  const read = new Set(known.flatMap(({ asked = NONE }) => [...asked]));
  for (const { unlike, blocks } of kinsOf(one, others, [...read])) {
    const open: Sheet[] = [];
    for (const { sheet, answer, asked } of known) {
      if (asked && unlike?.every((name) => !asked.has(name))) enter(sheet, answer, blocks, excuse);
      else open.push(sheet);
    }
    if (open.length > 0) askEach(graph, blocks, open, excuse);
  }
}

/** The other way round, rule by rule, V8 compiles the loop anew for each rule. */
function askEach(
  graph: Graph,
  blocks: readonly Block[],
  sheets: readonly Sheet[],
  excuse: (finding: Finding) => Finding,
): void {
  for (const block of blocks) {
    const resource = Resource.of(block, graph);
    for (const sheet of sheets) enter(sheet, verdictOn(sheet.rule, resource), [block], excuse);
  }
}

/** Enters the verdict of a rule on some blocks. */
function enter(
  sheet: Sheet,
  { outcome, fact }: Answer,
  blocks: readonly Block[],
  excuse: (finding: Finding) => Finding,
): void {
  const { rule, findings } = sheet;
  if (outcome === 'holds') {
    sheet.kept += blocks.length;
    return;
  }
  for (const block of blocks) {
    const finding = { rule, block, severity: rule.severity, outcome, fact };
    findings.push(outcome === 'breaks' ? excuse(finding) : finding);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** What a rule says of a resource; that it fails is its own fault, and no verdict. */
export function verdictOn(rule: Rule, resource: Resource): Answer {
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
    .map((type) => graph.of(type))
    .filter(([it]) => it?.kind === 'resource' || it?.kind === 'data')
    .reduce((sum, { length }) => sum + length, 0);

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
