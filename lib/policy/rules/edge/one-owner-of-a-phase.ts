import { Rule, breaks, holds } from '../../rule';

export const oneOwnerOfAPhase: Rule = {
  id: 'edge/one-owner-of-a-phase',
  title: 'a firewall phase of a zone has one owner',
  severity: 'high',
  types: ['ibm_cis_ruleset_entrypoint_version'],
  reads: ['phase', 'domain_id'],
  remedy: 'put all rules of the phase into one resource',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone })',
    hcl: '# one ibm_cis_ruleset_entrypoint_version for each phase of a zone',
  },
  reference:
    'https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_ruleset_entrypoint_version',
  row: 'step 6',
  controls: ['NIST CM-6'],
  packs: ['baseline', 'layer7'],
  catalogue: [],

  judge(point) {
    const others = point
      .others('ibm_cis_ruleset_entrypoint_version')
      .filter((it) => it.address !== point.address);
    const zone = (it: typeof point) => it.references('domain_id').join() || it.pattern('domain_id');
    const same = others.filter(
      (it) => zone(it) === zone(point) && it.text('phase') === point.text('phase'),
    );
    return same.length > 0 ? breaks(`${same[0].address} writes the same phase`) : holds;
  },
};
