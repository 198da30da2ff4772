import type { Resource } from '../../resource';
import { Rule, Verdict, breaks, holds } from '../../rule';

export const firewallInForce: Rule = {
  id: 'edge/firewall-in-force',
  title: 'a zone with a load balancer has managed firewall rules',
  severity: 'high',
  types: ['ibm_cis_global_load_balancer', 'ibm_cis_ruleset_entrypoint_version'],
  reads: ['phase', 'rulesets.rules'],
  remedy: 'put the managed rulesets into the zone',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone })',
    hcl: 'resource "ibm_cis_ruleset_entrypoint_version" "managed" { phase = "http_request_firewall_managed" … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-managed-rules-overview',
  row: 'step 6',
  controls: ['NIST SI-4', 'NIST SC-7', 'CIS 6.1.2', 'OWASP A03'],
  packs: ['layer7', 'financial-services'],
  catalogue: ['EDGE-001'],

  judge(it) {
    return it.type === 'ibm_cis_global_load_balancer' ? it.overall(managed) : inPlace(it);
  },
};

const MANAGED = 'http_request_firewall_managed';

const isFilled = (point: Resource): boolean =>
  point.blocks('rulesets').some((set) => set.has('rules'));

function managed(any: Resource): Verdict {
  const points = any
    .others('ibm_cis_ruleset_entrypoint_version')
    .filter((it) => it.text('phase') === MANAGED);
  if (points.length === 0) return breaks('no managed rules in the configuration');
  return points.some(isFilled) ? holds : breaks('the managed phase has no rules');
}

const inPlace = (point: Resource): Verdict =>
  point.text('phase') !== MANAGED || isFilled(point)
    ? holds
    : breaks('the managed phase has no rules');
