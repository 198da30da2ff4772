import { PhaseRule } from './entry-point';
import { expression } from './expression';
import { OptOut, Settled, isA, matches, rejectValue, withDefaults } from '../../core';
import { FirewallStage, PHASES, RULE_NAME } from '../../facts/waf';
import { Waiver } from '../waiver';

/** Options for `EdgeRule`. */
export interface EdgeRuleOptions {
  /**
   * What the rule is for, as the console and the logs of Internet Services show it.
   * @default - the name of the rule
   */
  readonly description?: string;
}

/** What happens to a request for which the condition holds. */
interface Effect {
  readonly action: 'block' | 'managed_challenge' | 'log' | 'skip';
  readonly actionParameters?: PhaseRule['actionParameters'];
}

type Config = Settled<EdgeRuleOptions, { description: string }>;

/**
 * A rule of one's own at the edge: a condition in the rules language of Internet Services, and what then happens.
 *
 * Names are lower case letters, digits, hyphens and underscores; Internet Services knows a rule by its name, so it can be
 * changed without becoming another one. Conditions are looked through for quotes and brackets that stand alone; whether
 * a field exists is found out when they are applied.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-fields-functions-expressions
 */
export class EdgeRule {
  /**
   * Turns requests away.
   * @param condition which requests: `http.request.uri.path contains "/.git"`
   * @throws an error naming every problem: no name, no condition, a quote or bracket without its counterpart
   */
  public static block(name: string, condition: string, options: EdgeRuleOptions = {}): EdgeRule {
    return EdgeRule.of(name, condition, options, { action: 'block' });
  }

  /**
   * Lets only those through who pass a challenge, which Internet Services chooses. Whoever passes is through: the rules
   * behind it are not asked.
   * @param condition which requests
   * @throws an error naming every problem: no name, no condition, a quote or bracket without its counterpart
   */
  public static challenge(
    name: string,
    condition: string,
    options: EdgeRuleOptions = {},
  ): EdgeRule {
    return EdgeRule.of(name, condition, options, { action: 'managed_challenge' });
  }

  /**
   * Records requests and does no more; the plans from `CisPlan.ENTERPRISE_ESSENTIAL` on have it.
   * @param condition which requests
   * @throws an error naming every problem: no name, no condition, a quote or bracket without its counterpart
   */
  public static log(name: string, condition: string, options: EdgeRuleOptions = {}): EdgeRule {
    return EdgeRule.of(name, condition, options, { action: 'log' });
  }

  /**
   * Spares requests the custom rules behind it; managed rules and rate limits hold for them all the same.
   * @param condition which requests
   * @throws an error naming every problem: no name, no condition, a quote or bracket without its counterpart
   */
  public static skip(name: string, condition: string, options: EdgeRuleOptions = {}): EdgeRule {
    return EdgeRule.of(name, condition, options, {
      action: 'skip',
      actionParameters: [{ ruleset: 'current' }],
    });
  }

  /**
   * Spares requests the whole firewall: the custom rules behind it, the managed rules and the rate limits.
   * @param condition which requests, as few as can be
   * @throws an error naming every problem: no name, no condition, no waiver
   */
  public static skipFirewall(
    name: string,
    condition: string,
    waiver: Waiver,
    options: EdgeRuleOptions = {},
  ): EdgeRule {
    const expected = 'a Waiver, because no rule holds for these requests';
    rejectValue('EdgeRule', isA('waiver', waiver, 'reason', expected));
    const skipped = { ruleset: 'current', phases: [PHASES.managed, PHASES.rateLimit] };
    const effect: Effect = { action: 'skip', actionParameters: [skipped] };
    return EdgeRule.of(name, condition, options, effect, waiver);
  }

  private static of(
    name: string,
    condition: string,
    options: EdgeRuleOptions,
    effect: Effect,
    waiver?: Waiver,
  ): EdgeRule {
    rejectValue('EdgeRule', [
      ...matches('name', name, RULE_NAME),
      ...expression.problemsIn('condition', condition),
    ]);
    return new EdgeRule(
      name,
      condition,
      withDefaults(options, { description: name }),
      effect,
      waiver,
    );
  }

  private constructor(
    /** @internal */
    public readonly _name: string,
    private readonly condition: string,
    private readonly config: Config,
    private readonly effect: Effect,
    private readonly waiver?: Waiver,
  ) {}

  /**
   * What of it only some plans have, in words.
   * @internal
   */
  public _asksFor(): string[] {
    return [
      ...(this.effect.action === 'log' ? ['rules that only log'] : []),
      ...(expression.usesPatterns(this.condition) ? ['the operator matches'] : []),
    ];
  }

  /** @internal */
  public _optOuts(prop: string): OptOut[] {
    const rule = 'edge/firewall-covers-all';
    const [got, expected] = ['a rule that skips the firewall', 'one that skips custom rules'];
    const { waiver } = this;
    return waiver ? [{ rule, prop, got, expected, taken: true, waiverProp: prop, waiver }] : [];
  }

  /** @internal */
  public _toTerraform(stage: FirewallStage): PhaseRule {
    const { action, actionParameters } = this.effect;
    const stops = action === 'block' || action === 'managed_challenge';
    return {
      action: stops && stage === FirewallStage.LOG ? 'log' : action,
      actionParameters,
      description: this.config.description,
      enabled: true,
      expression: this.condition,
      ref: this._name,
    };
  }
}
