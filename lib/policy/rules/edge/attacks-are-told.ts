import { Resource } from '../../resource';
import { Rule, Verdict, breaks, holds } from '../../rule';

export const attacksAreTold: Rule = {
  id: 'edge/attacks-are-told',
  title: 'somebody is told of an attack on a host behind the edge',
  severity: 'low',
  types: ['ibm_cis_global_load_balancer'],
  reads: ['name'],
  remedy: 'alert somebody, or push the logs of the firewall',
  fix: {
    typescript: 'new EdgeAlerts(this, "alerts", { zone, emails: ["security@example.com"] })',
    hcl: 'resource "ibm_cis_alert" "attack" { alert_type = "dos_attack_l7" … }',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-configuring-policies',
  row: 'step 6',
  controls: ['NIST AU-2', 'NIST SI-4', 'OWASP A09'],
  packs: ['financial-services'],
  catalogue: ['EDGE-019'],

  judge(balancer) {
    return balancer.overall(told);
  },
};

function told(any: Resource): Verdict {
  const all = ['ibm_cis_alert', 'ibm_cis_logpush_job'].flatMap((it) => any.others(it));
  if (all.length === 0) return breaks('no alert and no log push in the configuration');
  if (all.some((it) => it.isKnown('enabled') && it.flag('enabled') !== false)) return holds;
  return all.every((it) => it.flag('enabled') === false)
    ? breaks('every alert and log push is off')
    : holds;
}
