import { groupedBy } from '../../grouped';
import { Resource } from '../../resource';
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
    const { byZone, byPhase, open } = point.overall(owners);
    const zone = zoneOf(point);
    if (byZone.get(zone)?.length === 1) return holds;
    const same = byPhase.get(`${zone} ${point.text('phase') ?? ''}`) ?? [];
    const other = same.find((it) => it.address !== point.address);
    if (other) return breaks(`${other.address} writes the same phase`);
    open.get(zone)?.[0].get('phase');
    return holds;
  },
};

const zoneOf = (it: Resource): string =>
  it.references('domain_id').join() || (it.pattern('domain_id') ?? '');

function owners(any: Resource) {
  const all = any.others('ibm_cis_ruleset_entrypoint_version');
  const isKnown = (it: Resource) => it.isKnown('phase');
  return {
    byZone: groupedBy(all, zoneOf),
    byPhase: groupedBy(all.filter(isKnown), (it) => `${zoneOf(it)} ${it.text('phase') ?? ''}`),
    // what is unknown may be the same phase.
    open: groupedBy(
      all.filter((it) => !isKnown(it)),
      zoneOf,
    ),
  };
}
