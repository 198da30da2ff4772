import { Rule, breaks, holds } from '../../rule';

export const followsTheZone: Rule = {
  id: 'edge/follows-the-zone',
  title: 'what protects a zone is replaced with it',
  severity: 'medium',
  types: [
    'ibm_cis_domain_settings',
    'ibm_cis_tls_settings',
    'ibm_cis_ruleset_entrypoint_version',
    'ibm_cis_ruleset_rule',
    'ibm_cis_advanced_certificate_pack_order',
    'ibm_cis_custom_page',
    'ibm_cis_edge_functions_action',
    'ibm_cis_edge_functions_trigger',
  ],
  reads: ['domain_id', 'lifecycle.replace_triggered_by'],
  remedy: 'replace it by the zone, since the provider leaves it in the old one and reports success',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone })',
    hcl: 'lifecycle { replace_triggered_by = [ibm_cis_domain.zone.id] }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-getting-started',
  row: 'step 4',
  controls: ['NIST SC-7', 'NIST CM-6'],
  packs: ['layer7'],
  catalogue: [],

  judge(part) {
    if (part.lifecycleHas('replace_triggered_by')) return holds;
    // of a zone that is not made here, the id is a text that somebody would have to change.
    const isMadeHere = part.follow('domain_id').some(({ type }) => type === 'ibm_cis_domain');
    return isMadeHere ? breaks('`lifecycle.replace_triggered_by` is absent') : holds;
  },
};
