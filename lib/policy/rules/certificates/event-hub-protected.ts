import { Rule, breaks, holds } from '../../rule';

export const eventHubProtected: Rule = {
  id: 'certificates/event-hub-protected',
  title: 'an instance of Event Notifications is safe from being destroyed by Terraform',
  severity: 'medium',
  types: ['ibm_resource_instance'],
  reads: ['service', 'lifecycle.prevent_destroy'],
  remedy: 'set prevent_destroy',
  fix: {
    typescript: 'new EventHub(this, "hub", { deletionProtection: true, … })',
    hcl: 'lifecycle { prevent_destroy = true }',
  },
  reference:
    'https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-getting-started',
  row: 'certificates',
  controls: ['NIST CP-9', 'NIST CM-5'],
  packs: ['baseline'],
  catalogue: [],

  judge(instance) {
    if (instance.text('service') !== 'event-notifications') return holds;
    // with the instance goes what starts the rotators and sends the alarms.
    return instance.blocks('lifecycle').some((it) => it.flag('prevent_destroy'))
      ? holds
      : breaks('`lifecycle.prevent_destroy` is not true');
  },
};
