import { Rule, breaks, holds } from '../../rule';

export const alertsAreOn: Rule = {
  id: 'edge/alerts-are-on',
  title: 'an alert that stands in the code is on and reaches somebody',
  severity: 'medium',
  types: ['ibm_cis_alert'],
  reads: ['enabled', 'mechanisms'],
  remedy: 'write `enabled = true` and an address, or take the alert out',
  fix: {
    typescript: 'new EdgeAlerts(this, "alerts", { zone, emails: ["security@example.com"] })',
    hcl: 'enabled = true',
  },
  reference: 'https://cloud.ibm.com/docs/cis?topic=cis-types-alerts',
  row: 'step 6',
  controls: ['NIST SI-4', 'NIST IR-6'],
  packs: ['layer7'],
  catalogue: [],

  judge(alert) {
    if (alert.flag('enabled') === false) return breaks('`enabled` is false');
    return alert.blocks('mechanisms').some((it) => it.has('email') || it.has('webhooks'))
      ? holds
      : breaks('`mechanisms` has no address');
  },
};
