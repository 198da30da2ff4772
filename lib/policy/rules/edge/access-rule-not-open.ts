import { Rule, breaks, holds } from '../../rule';

export const accessRuleNotOpen: Rule = {
  id: 'edge/access-rule-not-open',
  title: 'an access rule lets nobody past the firewall',
  severity: 'high',
  types: ['ibm_cis_firewall'],
  reads: ['access_rule', 'lockdown'],
  remedy: 'allow single addresses at most, or write a custom rule',
  fix: {
    typescript: 'new AccessRules(this, "access", { zone, … })',
    hcl: 'mode = "challenge"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-custom-rules',
  row: 'authentication',
  controls: ['NIST AC-4', 'NIST SC-7'],
  packs: ['baseline', 'layer7'],
  catalogue: ['EDGE-013'],

  judge(firewall) {
    const rules = firewall.blocks('access_rule');
    for (const rule of rules) {
      if (rule.text('mode') !== 'whitelist') continue;
      const values = rule.blocks('configuration').map((it) => it.text('value') ?? '');
      const wide = values.find((it) => /\/([0-9]|1[0-5])$/.test(it) || it === '0.0.0.0/0');
      if (wide !== undefined) return breaks(`\`access_rule\` allows ${wide}`);
    }
    const paused = firewall.blocks('lockdown').some((it) => it.flag('paused') === true);
    return paused ? breaks('`lockdown.paused` is true') : holds;
  },
};
