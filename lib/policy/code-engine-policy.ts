import * as fs from 'fs';
import * as path from 'path';
import { Annotations, App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { noteCreationSites } from './creation-sites';
import { Finding, Judgement, judge } from './engine';
import { Graph } from './graph';
import { blocksOfConfiguration } from './loaders/configuration';
import { acceptedRules } from './own-rules';
import { rulesOf } from './packs';
import { IPolicyRule } from './policy-rule';
import { Pack, Rule, SEVERITIES, Severity } from './rule';
import { RULES } from './rules';
import { PolicyPack, PolicySeverity } from '../facts/policy';

/** Options for `CodeEnginePolicy`. */
export interface PolicyOptions {
  /**
   * Which rules are asked.
   * @default PolicyPack.BASELINE
   */
  readonly pack?: PolicyPack;
  /**
   * From which weight on a broken rule stops the synthesis; a lighter one is a warning.
   * @default PolicySeverity.HIGH
   */
  readonly failOn?: PolicySeverity;
  /**
   * Whether what no rule can tell before Terraform has run is a warning too.
   * @default false
   */
  readonly warnOnUnknown?: boolean;
  /**
   * Rules of one's own, asked beside those of the pack.
   * @default - none
   */
  readonly rules?: IPolicyRule[];
  /**
   * Whether what is made from here on says where in your code: findings name the file and the line, and the synthesized
   * Terraform does too. It takes time, since every construct looks who called it; a program that is compiled beforehand
   * needs Node's `--enable-source-maps`.
   * @default false
   */
  readonly creationSites?: boolean;
}

/** What became of one rule on one resource. */
export interface PolicyFinding {
  /** The id of the rule: `workloads/app-not-public`. */
  readonly rule: string;
  /** `breaks`, `waived`, `unknown`, `manual` or `crashed`. */
  readonly outcome: string;
  /** How much the rule weighs. */
  readonly severity: string;
  /** The Terraform address of the resource. */
  readonly address: string;
  /** The construct that made it, where that is known. */
  readonly path?: string;
  /** The file in which the construct was made, where creation sites are noted. */
  readonly file?: string;
  /** Its line. */
  readonly line?: number;
  /** What was seen, and what to do. */
  readonly message: string;
}

/**
 * Judges what an app synthesizes by the rules of IBM's security page, whoever wrote it.
 *
 * Rules look at the Terraform that comes out, overrides included, and not at constructs: they judge raw resources as well.
 * What is known only to Terraform is unknown, and never counts as kept or broken.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- other languages have no functions outside of classes.
export class CodeEnginePolicy {
  /**
   * Judges every stack of an app each time that it is synthesized: a broken rule of enough weight stops the synthesis, and
   * a report is written into the output folder in any case. A synthesis in which no rule had anything to look at fails too.
   */
  public static attach(app: App, options: PolicyOptions = {}): void {
    const settled = settle(options);
    if (options.creationSites) noteCreationSites(app);
    const synthesize = app.synth.bind(app);
    app.synth = () => {
      const stacks = app.node.findAll().filter((it) => TerraformStack.isStack(it));
      const judged = new Map<string, Judgement>();
      for (const stack of stacks) {
        stack.node.addValidation({ validate: () => annotate(stack, settled, judged) });
      }
      try {
        synthesize();
      } finally {
        for (const stack of stacks) resolveAnew(stack);
        writeReport(app.outdir, judged);
      }
      nothingChecked(judged);
    };
  }

  /** Judges one stack as it is now, for tests: what is broken, unknown or excused. */
  public static checkStack(stack: TerraformStack, options: PolicyOptions = {}): PolicyFinding[] {
    return judgeStack(stack.toTerraform(), settle(options).rules).findings.map(told);
  }
}

interface Settled {
  readonly rules: readonly Rule[];
  readonly failOn: Severity;
  readonly warnOnUnknown: boolean;
}

const settle = ({ pack, failOn, warnOnUnknown = false, rules = [] }: PolicyOptions): Settled => ({
  rules: rulesOf([...RULES, ...acceptedRules(rules)], String(pack ?? PolicyPack.BASELINE) as Pack),
  failOn: String(failOn ?? PolicySeverity.HIGH) as Severity,
  warnOnUnknown,
});

/** The synthesis, which comes next, gets the same: to resolve a stack is most of its work. */
function resolvedOnce(stack: TerraformStack): unknown {
  const resolved = stack.toTerraform() as unknown;
  stack.toTerraform = () => {
    resolveAnew(stack);
    return resolved;
  };
  return resolved;
}

const resolveAnew = (stack: TerraformStack): void => {
  Reflect.deleteProperty(stack, 'toTerraform');
};

function judgeStack(resolved: unknown, rules: readonly Rule[]): Judgement {
  return judge(new Graph(blocksOfConfiguration(resolved)), rules);
}

/** Tells cdktf of each finding at the construct that it is about; cdktf stops at errors. */
function annotate(
  stack: TerraformStack,
  { rules, failOn, warnOnUnknown }: Settled,
  judged: Map<string, Judgement>,
): string[] {
  const judgement = judgeStack(resolvedOnce(stack), rules);
  judged.set(stack.node.path, judgement);
  for (const finding of judgement.findings) {
    const { outcome } = finding;
    const isError = outcome === 'crashed' || isTooHeavy(finding, failOn);
    const isWarning = outcome === 'breaks' || (outcome === 'unknown' && warnOnUnknown);
    if (!isError && !isWarning) continue;
    const place = Annotations.of(placeOf(stack, finding));
    if (isError) place.addError(textOf(finding));
    else place.addWarning(textOf(finding));
  }
  for (const { block, waiver } of judgement.unused) {
    Annotations.of(stack).addWarning(
      `${waiver.rule}: the waiver at ${block.address} excuses nothing; take it out`,
    );
  }
  return [];
}

const isTooHeavy = ({ outcome, severity }: Finding, failOn: Severity): boolean =>
  outcome === 'breaks' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);

/** The construct that made a block, or the stack where that cannot be told. */
function placeOf(stack: TerraformStack, { block }: Finding): IConstruct {
  const steps = block.path?.split('/').slice(stack.node.path.split('/').length) ?? [];
  return (
    steps.reduce<IConstruct | undefined>((it, id) => it?.node.tryFindChild(id), stack) ?? stack
  );
}

const textOf = ({ rule, block, fact, note, outcome }: Finding): string =>
  [
    `${rule.id}: ${block.address}${siteOf(block)}: ${fact || rule.title}`,
    ...(note === undefined ? [] : [note]),
    ...(outcome === 'breaks' ? [rule.remedy] : []),
  ].join('; ');

const siteOf = ({ file, line }: Finding['block']): string =>
  file === undefined ? '' : ` (${[file, ...(line === undefined ? [] : [line])].join(':')})`;

const told = (finding: Finding): PolicyFinding => ({
  rule: finding.rule.id,
  outcome: finding.outcome,
  severity: finding.severity,
  address: finding.block.address,
  path: finding.block.path,
  file: finding.block.file,
  line: finding.block.line,
  message: textOf(finding),
});

function writeReport(outdir: string, judged: ReadonlyMap<string, Judgement>): void {
  const stacks = Object.fromEntries(
    [...judged].map(([name, { findings, checked }]) => [
      name,
      { checked, findings: findings.map(told) },
    ]),
  );
  fs.mkdirSync(outdir, { recursive: true });
  const text = `${JSON.stringify({ version: 1, stacks }, null, 2)}\n`;
  fs.writeFileSync(path.join(outdir, 'code-engine-policy.json'), text);
}

/** A policy that looked at nothing would otherwise be green for ever. */
function nothingChecked(judged: ReadonlyMap<string, Judgement>): void {
  if ([...judged.values()].some(({ checked }) => checked > 0)) return;
  throw new Error(
    'CodeEnginePolicy: got no resource that a rule looks at, expected at least one; attach it to the app that has them',
  );
}
