import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

export const visitorsRestricted: Rule = {
  id: 'edge/visitors-restricted',
  title: 'a host behind the edge says who may come from where',
  severity: 'low',
  types: ['ibm_cis_global_load_balancer'],
  reads: ['name'],
  remedy: 'say who may come, by address or country, or excuse a page for everyone',
  fix: {
    typescript: 'new AccessRules(this, "access", { zone, block: [Visitors.countries("XX")] })',
    hcl: 'phase = "http_request_firewall_custom"',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-custom-rules',
  row: 'authentication',
  controls: ['NIST AC-4', 'NIST SC-7', 'OWASP A01'],
  packs: [],
  catalogue: ['EDGE-012'],

  judge(balancer) {
    return balancer.overall(areChosen) ? holds : breaks('no rule says who may come');
  },
};

function areChosen(any: Resource): boolean {
  if (any.others('ibm_cis_firewall').length > 0) return true;
  const custom = any
    .others('ibm_cis_ruleset_entrypoint_version')
    .filter((it) => it.text('phase') === 'http_request_firewall_custom');
  return custom.some((it) => it.blocks('rulesets').some((set) => set.has('rules')));
}
