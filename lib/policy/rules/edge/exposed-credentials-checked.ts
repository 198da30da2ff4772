import { MANAGED_RULESETS, PHASES } from '../../../facts/waf';
import { Rule, breaks, holds } from '../../rule';

export const exposedCredentialsChecked: Rule = {
  id: 'edge/exposed-credentials-checked',
  title: 'credentials of a sign-in are looked up among the stolen ones',
  severity: 'low',
  types: ['ibm_cis_ruleset_entrypoint_version'],
  reads: ['phase', 'rulesets.rules.action_parameters.id'],
  remedy: 'add the ruleset of exposed credentials, on each plan that has it',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone })',
    hcl: 'action_parameters { id = "c2e184081120413c86c3ab7e14069605" }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-managed-rules-overview',
  row: 'step 6',
  controls: ['NIST IA-5(1)', 'OWASP A07'],
  packs: ['layer7'],
  catalogue: [],

  judge(point) {
    if (point.text('phase') !== PHASES.managed) return holds;
    const rules = point.blocks('rulesets').flatMap((set) => set.blocks('rules'));
    const ids = rules.flatMap((it) => it.blocks('action_parameters')).map((it) => it.text('id'));
    return ids.includes(MANAGED_RULESETS.exposedCredentials)
      ? holds
      : breaks('the ruleset of exposed credentials is not among the rules');
  },
};
