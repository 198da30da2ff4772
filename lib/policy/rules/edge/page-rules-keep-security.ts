import { Rule, breaks, holds } from '../../rule';

export const pageRulesKeepSecurity: Rule = {
  id: 'edge/page-rules-keep-security',
  title: 'no page rule takes the protection of a page away',
  severity: 'high',
  types: ['ibm_cis_page_rule'],
  reads: ['actions'],
  remedy: 'take the action out of the page rule',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: '# no disable_security, ssl off, waf off',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-use-page-rules',
  row: 'step 6',
  controls: ['NIST CM-6', 'NIST SC-8'],
  packs: ['baseline', 'layer7'],
  catalogue: ['EDGE-017'],

  judge(rule) {
    for (const action of rule.blocks('actions')) {
      const id = action.text('id') ?? '';
      const isOff = ['ssl', 'waf', 'always_use_https', 'security_level'].includes(id)
        ? ['off', 'flexible', 'essentially_off'].includes(action.text('value') ?? '')
        : id === 'disable_security';
      if (isOff) return breaks(`\`actions\` has ${id}`);
    }
    return holds;
  },
};
