import { Finding, Judgement } from '../policy/engine';

/** One line of a report; what is kept is counted and not listed. */
export interface Entry {
  readonly rule: string;
  /** `breaks`, `waived`, `unknown`, `manual` or `crashed`. */
  readonly verdict: string;
  readonly severity: string;
  /** The Terraform address, after the stack where there are several. */
  readonly address: string;
  /** The construct that made it, where that is known. */
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
  readonly message: string;
  readonly remedy: string;
  readonly reference?: string;
  readonly waiver?: { readonly reason: string; readonly owner: string; readonly until: string };
}

/** What was found in one configuration. */
export interface Report {
  /** Of the form of this document: a program may rely on it. */
  readonly version: 1;
  readonly input: string;
  readonly pack: string;
  readonly summary: {
    readonly checked: number;
    readonly holds: number;
    readonly breaks: number;
    readonly waived: number;
    readonly unknown: number;
    readonly manual: number;
    readonly crashed: number;
  };
  readonly findings: readonly Entry[];
  /** Waivers that excused nothing. */
  readonly unusedWaivers: readonly { readonly rule: string; readonly address: string }[];
}

const WEIGHT = ['critical', 'high', 'medium', 'low'];

/** The report on what was judged, heaviest first; the same for the same input. */
export function reportOf(
  judgements: ReadonlyMap<string, Judgement>,
  { input, pack }: { readonly input: string; readonly pack: string },
): Report {
  const prefix = (stack: string) => (judgements.size > 1 ? `${stack}/` : '');
  const all = [...judgements].flatMap(([stack, { findings }]) =>
    findings.map((finding) => ({ finding, prefix: prefix(stack) })),
  );
  const count = (outcome: Finding['outcome']) =>
    all.filter(({ finding }) => finding.outcome === outcome).length;
  const findings = all
    .map(({ finding, prefix: before }) => entryOf(finding, before))
    .sort(byWeight);
  return {
    version: 1,
    input,
    pack,
    summary: {
      checked: [...judgements.values()].reduce((sum, { checked }) => sum + checked, 0),
      holds: [...judgements.values()].reduce((sum, { kept }) => sum + kept, 0),
      breaks: count('breaks'),
      waived: count('waived'),
      unknown: count('unknown'),
      manual: count('manual'),
      crashed: count('crashed'),
    },
    findings,
    unusedWaivers: [...judgements].flatMap(([stack, { unused }]) =>
      unused.map(({ block, waiver }) => ({
        rule: waiver.rule,
        address: `${prefix(stack)}${block.address}`,
      })),
    ),
  };
}

const entryOf = (
  { rule, block, outcome, severity, fact, note, waiver }: Finding,
  prefix: string,
) => ({
  rule: rule.id,
  verdict: outcome,
  severity,
  address: `${prefix}${block.address}`,
  path: block.path,
  file: block.file,
  line: block.line,
  message: [fact || rule.title, ...(note === undefined ? [] : [note])].join('; '),
  remedy: rule.remedy,
  reference: rule.reference,
  waiver:
    outcome === 'waived' && waiver
      ? { reason: waiver.reason, owner: waiver.owner, until: waiver.until }
      : undefined,
});

const VERDICTS = ['crashed', 'breaks', 'unknown', 'manual', 'waived'];

const byWeight = (a: Entry, b: Entry): number =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
  WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity) ||
  (a.rule + a.address < b.rule + b.address ? -1 : 1);
