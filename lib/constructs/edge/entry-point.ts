import { ITerraformDependable, dependable } from 'cdktf';
import { Construct } from 'constructs';
import { ICisZone, onZone } from './zone';
import {
  CisRulesetEntrypointVersion,
  CisRulesetEntrypointVersionConfig,
  CisRulesetEntrypointVersionRulesets,
  CisRulesetEntrypointVersionRulesetsRules,
} from '../../.gen/providers/ibm/cis-ruleset-entrypoint-version';
import { OptOut, fingerprintOf, recordWaivers, replacementTrigger } from '../../core';
import { PHASES } from '../../facts/waf';

/** A rule as it stands in its phase; whatever is left out is sent all the same, switches as off. */
export type PhaseRule = CisRulesetEntrypointVersionRulesetsRules & {
  /** trap internet-services/entry-point-rule-without-enabled-is-off: never left out. */
  readonly enabled: boolean;
  /** trap internet-services/entry-point-unset-members-are-sent-empty: this and the description are what logs show. */
  readonly ref: string;
  readonly description: string;
};

/** A phase of a zone, and what its rules are called there. */
export type Phase = {
  readonly zone: ICisZone;
  readonly phase: keyof typeof PHASES;
  readonly name: string;
  readonly description: string;
};

/**
 * The one owner of a phase of a zone: all rules that the phase has are these, in this order.
 *
 * To replace it is to write it: destroying makes no call, so there is no moment without rules.
 * @internal
 */
export class EntryPoint {
  /** For `dependsOn` of what must not be open before these rules are in force. */
  public readonly resource: ITerraformDependable;
  private rules: readonly PhaseRule[] = [];
  private readonly entry: CisRulesetEntrypointVersion;

  constructor(
    scope: Construct,
    private readonly phase: Phase,
  ) {
    const changed = replacementTrigger(
      scope,
      'Rules',
      fingerprintOf(() => this.rulesets()),
    );
    this.entry = new CisRulesetEntrypointVersion(scope, 'Resource', terraformOf(phase, changed));
    this.resource = this.entry;
    this.write([]);
  }

  /** The address for `replaceTriggeredBy` of what stands in the same rule set. */
  public get address(): string {
    return dependable(this.entry);
  }

  /** Puts rules in the place of those that were there. */
  public write(rules: readonly PhaseRule[], optOuts: readonly OptOut[] = []): void {
    this.rules = rules;
    this.entry.putRulesets(this.rulesets());
    recordWaivers(this.entry, optOuts);
  }

  /** trap internet-services/entry-point-without-rulesets-crashes: one rule set, even without rules. */
  private rulesets(): CisRulesetEntrypointVersionRulesets[] {
    const { name, description } = this.phase;
    return [{ name, description, rules: [...this.rules] }];
  }
}

function terraformOf({ zone, phase }: Phase, changed: string): CisRulesetEntrypointVersionConfig {
  // trap internet-services/entry-point-without-zone-crashes: nothing is on no zone.
  const { lifecycle, ...place } = onZone.terraformOf(zone);
  return {
    ...place,
    phase: PHASES[phase],
    lifecycle: {
      // trap internet-services/entry-point-never-converges: a changed rule replaces it, and nothing else does.
      ignoreChanges: ['rulesets'],
      replaceTriggeredBy: [changed, ...lifecycle.replaceTriggeredBy],
    },
  };
}
