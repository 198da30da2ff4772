import { Rule, breaks, holds } from '../../rule';

export const firewallBlocks: Rule = {
  id: 'edge/firewall-blocks',
  title: 'the managed rules of a firewall block what they find',
  severity: 'high',
  types: ['ibm_cis_ruleset_entrypoint_version'],
  reads: ['phase', 'rulesets.rules.action_parameters.overrides'],
  remedy: 'take the log stage out once what it would have stopped was looked at',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone, stage: FirewallStage.BLOCK })',
    hcl: 'action = "block"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-managed-rules-overview',
  row: 'step 6',
  controls: ['NIST SI-4', 'NIST SC-7', 'CIS 6.1.2'],
  packs: ['baseline', 'layer7', 'financial-services'],
  catalogue: [],

  judge(point) {
    for (const rule of point.blocks('rulesets').flatMap((set) => set.blocks('rules'))) {
      if (rule.pattern('action') === 'log') return breaks('a rule only logs');
      const overrides = rule
        .blocks('action_parameters')
        .flatMap((it) => it.blocks('overrides'))
        .flatMap((it) => [it, ...it.blocks('override_rules')]);
      if (overrides.some((it) => ['log', 'simulate'].includes(it.text('action') ?? ''))) {
        return breaks('an override only logs');
      }
      rule.text('action');
    }
    return holds;
  },
};
