/** A matcher for the unit tests of users: `import 'cdktf-ibm-code-engine/jest'`. It needs no jest to be loaded. */
import { App, TerraformStack } from 'cdktf';
import { PolicyPack } from '../facts/policy';
import { Judgement, judge } from '../policy/engine';
import { Graph } from '../policy/graph';
import { blocksOfConfiguration } from '../policy/loaders/configuration';
import { acceptedRules } from '../policy/own-rules';
import { rulesOf } from '../policy/packs';
import { IPolicyRule } from '../policy/policy-rule';
import { Pack, Rule } from '../policy/rule';
import { RULES } from '../policy/rules';
import { Report, reportOf } from '../report/findings';
import { textReport } from '../report/text';

/** Options for `toKeepRules`. */
export interface KeepRulesOptions {
  /**
   * Which rules are asked.
   * @default PolicyPack.BASELINE
   */
  readonly pack?: PolicyPack;
  /**
   * Rules of one's own, asked beside those of the pack.
   * @default - none
   */
  readonly rules?: readonly IPolicyRule[];
  /**
   * The ids of the only rules that are asked, from whatever pack.
   * @default - every rule of the pack
   */
  readonly only?: readonly string[];
}

declare global {
  // jest's types are merged by this name alone.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    interface Matchers<R> {
      /**
       * That a stack, or every stack of an app, breaks no rule that nobody waived. What only Terraform can tell is not
       * broken; a stack in which no rule has anything to look at fails.
       */
      toKeepRules(options?: KeepRulesOptions): R;
    }
  }
}

/** What a matcher answers. */
interface Matched {
  readonly pass: boolean;
  message(): string;
}

/** For `expect.extend`, where `expect` is no global. */
export const policyMatchers = {
  toKeepRules(received: unknown, options: KeepRulesOptions = {}): Matched {
    const rules = askedRules(options);
    const judgements = new Map(stacksOf(received).map((it) => [it.node.path, judged(it, rules)]));
    const pack = options.only ? 'only' : String(options.pack ?? PolicyPack.BASELINE);
    const report = reportOf(judgements, { input: 'stack', pack });
    if (report.summary.checked === 0) {
      refuse('got no resource that a rule looks at, expected at least one');
    }
    return answer(report);
  },
};

const { expect } = globalThis as { readonly expect?: { extend?(matchers: object): void } };
expect?.extend?.(policyMatchers);

function askedRules({ pack = PolicyPack.BASELINE, rules = [], only }: KeepRulesOptions): Rule[] {
  const all = [...RULES, ...acceptedRules(rules)];
  if (only === undefined) return rulesOf(all, String(pack) as Pack);
  const strange = only.filter((id) => !all.some((rule) => rule.id === id));
  if (strange.length > 0) refuse(`only: got ${strange.join(', ')}, expected ids of rules`);
  return all.filter(({ id }) => only.includes(id));
}

function stacksOf(received: unknown): TerraformStack[] {
  if (TerraformStack.isStack(received)) return [received];
  if (App.isApp(received))
    return received.node.findAll().filter((it) => TerraformStack.isStack(it));
  // a synthesized text has lost its waivers.
  return refuse(
    `got a value of type ${typeof received}, expected a TerraformStack or an App itself`,
  );
}

function judged(stack: TerraformStack, rules: readonly Rule[]): Judgement {
  const json = JSON.parse(JSON.stringify(stack.toTerraform())) as unknown;
  return judge(new Graph(blocksOfConfiguration(json)), rules);
}

function answer(report: Report): Matched {
  const { breaks, crashed, holds } = report.summary;
  const findings = report.findings.filter(({ verdict }) => /breaks|crashed/.test(verdict));
  const broken = textReport({ ...report, findings, unusedWaivers: [] });
  return {
    pass: breaks + crashed === 0,
    message: () =>
      breaks + crashed === 0
        ? `toKeepRules: got no broken rule (kept: ${holds}), expected one`
        : `toKeepRules: got broken rules, expected every rule to be kept\n\n${broken}`,
  };
}

function refuse(problem: string): never {
  throw new Error(`toKeepRules: ${problem}`);
}
