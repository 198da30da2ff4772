import { STORE_EVENTS } from '../../../facts/event-notifications';
import type { Resource } from '../../resource';
import { Rule, Verdict, breaks, holds } from '../../rule';

export const alarms: Rule = {
  id: 'certificates/alarms',
  title: 'somebody is told of a certificate that was not renewed',
  severity: 'medium',
  types: ['ibm_sm_public_certificate', 'ibm_sm_imported_certificate'],
  reads: ['instance_id'],
  remedy:
    'subscribe somebody to the events of Secrets Manager about renewals that fail and secrets that expire',
  fix: {
    typescript: 'alarms: { operations: EventRecipient.email("operations@example.com") }',
    hcl: 'resource "ibm_en_subscription_email" "alarm" { topic_id = … }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-event-notifications',
  row: 'certificates',
  controls: ['NIST SI-4(5)', 'NIST SC-17'],
  packs: ['financial-services'],
  catalogue: [],

  judge(certificate) {
    return certificate.overall(alarm);
  },
};

function alarm(any: Resource): Verdict {
  const alarming = any.others('ibm_en_topic').filter(isAlarming);
  if (alarming.length === 0) return breaks('no `ibm_en_topic` chooses such events');
  const sources = any.others('ibm_en_ibmsource');
  if (sources.length > 0 && sources.every((it) => it.known('enabled') === 'false')) {
    return breaks('the source of such events is off');
  }
  return alarming.some((topic) => SUBSCRIPTIONS.some((it) => topic.users(it).some(reaches)))
    ? holds
    : breaks('nobody is subscribed to the topic of such events');
}

const isAlarming = (topic: Resource): boolean =>
  topic
    .blocks('sources')
    .flatMap((source) => source.blocks('rules'))
    .filter((rule) => rule.flag('enabled') !== false)
    .map((rule) => rule.text('event_type_filter') ?? '')
    .some((filter) => STORE_EVENTS.alarming.some((event) => filter.includes(event)));

/** A subscription by mail without an address reaches nobody. */
const reaches = (subscription: Resource): boolean =>
  !/email$/.test(subscription.type) || subscription.has('attributes.invited');

/** The ways that reach somebody. */
const SUBSCRIPTIONS = [
  'ibm_en_subscription_email',
  'ibm_en_subscription_custom_email',
  'ibm_en_subscription_webhook',
  'ibm_en_subscription_slack',
  'ibm_en_subscription_msteams',
  'ibm_en_subscription_pagerduty',
];
