import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { EntryPoint } from './entry-point';
import { RateLimit } from './rate-limit';
import { ICisZone, onZone } from './zone';
import { CisRulesetRule, CisRulesetRuleConfig } from '../../.gen/providers/ibm/cis-ruleset-rule';
import {
  DataIbmCisRulesetEntrypointVersions,
  DataIbmCisRulesetEntrypointVersionsConfig,
} from '../../.gen/providers/ibm/data-ibm-cis-ruleset-entrypoint-versions';
import { FirewallStage, PHASES } from '../../facts/waf';

/** The rate limits of a zone: an entry point cannot say them, so it is empty and they stand beside it. */
export const rateRules = {
  /** Makes them, each after the one before, and answers what is in force once they are. */
  make: (
    firewall: Construct,
    zone: ICisZone,
    limits: readonly RateLimit[],
    stage: FirewallStage,
  ): ITerraformDependable[] => {
    if (limits.length === 0) return [];
    const scope = new Construct(firewall, 'RateLimits');
    const [name, description] = ['rate', 'Rate limits'];
    const entry = new EntryPoint(scope, { zone, phase: 'rateLimit', name, description });
    const found = new DataIbmCisRulesetEntrypointVersions(scope, 'Found', lookupOf(zone, entry));
    const rules: CisRulesetRule[] = [];
    for (const limit of limits) {
      const rule = limit._toTerraform(stage);
      const rulesetId = found.rulesets.get(0).rulesetId;
      const dependsOn = rules.length > 0 ? rules.slice(-1) : undefined;
      const config = terraformOf(zone, entry, { rulesetId, rule, dependsOn });
      rules.push(new CisRulesetRule(scope, limit._name, config));
    }
    return rules;
  },
};

/**
 * trap internet-services/entry-point-ruleset-id-is-empty: the entry point does not know its own id.
 * trap internet-services/entry-point-data-source-fails-before-the-entry-point: so it is read after it,
 * trap internet-services/entry-point-data-source-is-deferred-by-a-pending-change: which never has a standing change.
 */
const lookupOf = (
  zone: ICisZone,
  entry: EntryPoint,
): DataIbmCisRulesetEntrypointVersionsConfig => ({
  cisId: zone.crn,
  domainId: zone.zoneId,
  phase: PHASES.rateLimit,
  dependsOn: [entry.resource],
});

/**
 * trap internet-services/entry-point-wipes-separate-rules: what rewrites the entry point brings its rules back.
 * trap internet-services/zone-change-of-rule-is-only-in-state: the entry point goes with its zone, and they with it.
 * trap internet-services/rule-id-is-the-last-of-the-answer: none is made while another one is.
 */
function terraformOf(
  zone: ICisZone,
  entry: EntryPoint,
  { rulesetId, rule, dependsOn }: Pick<CisRulesetRuleConfig, 'rulesetId' | 'rule' | 'dependsOn'>,
): CisRulesetRuleConfig {
  const { lifecycle, ...place } = onZone.terraformOf(zone);
  const replaceTriggeredBy = [entry.address, ...lifecycle.replaceTriggeredBy];
  return { ...place, rulesetId, rule, dependsOn, lifecycle: { replaceTriggeredBy } };
}
