import { Rule, breaks, holds } from '../../rule';

export const rulesAreOn: Rule = {
  id: 'edge/rules-are-on',
  title: 'every rule of a firewall phase is on',
  severity: 'high',
  types: ['ibm_cis_ruleset_entrypoint_version', 'ibm_cis_ruleset_rule'],
  reads: ['rulesets.rules.enabled', 'rulesets.rules.action_parameters', 'rule.enabled'],
  remedy: 'write `enabled = true` at each rule, override and category',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone })',
    hcl: 'rules { enabled = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-managed-rules-overview',
  row: 'step 6',
  controls: ['NIST SI-4', 'NIST CM-6'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: ['EDGE-011'],

  judge(phase) {
    const sets = phase.blocks('rulesets').flatMap((set) => set.blocks('rules'));
    const rules = [...sets, ...phase.blocks('rule')];
    for (const rule of rules) {
      // the provider sends what is left out as false.
      if (rule.flag('enabled') !== true) return breaks(`the rule ${nameOf(rule)} is off`);
      const whole = rule.blocks('action_parameters').flatMap((it) => it.blocks('overrides'));
      if (whole.some((it) => it.flag('enabled') === false)) {
        return breaks(`the rule ${nameOf(rule)} runs a set that it switches off`);
      }
      const overrides = whole.flatMap((it) => [it, ...it.blocks('override_rules')]);
      if (overrides.some((it) => it.has('rule_id') && it.flag('enabled') !== true)) {
        return breaks(`an override of the rule ${nameOf(rule)} switches it off`);
      }
    }
    return holds;
  },
};

const nameOf = (rule: { pattern(attribute: string): string | undefined }): string =>
  rule.pattern('ref') ?? rule.pattern('description') ?? 'without a name';
