import { alarms } from '../../../../lib/policy/rules/certificates/alarms';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const EXPIRED = "$.type == 'com.ibm.cloud.secrets-manager.secret_expired'";
const topic = (filter: string, subscription = true, rest: object = {}, rule: object = {}) =>
  world({
    ibm_sm_public_certificate: { it: {} },
    ibm_en_topic: { alarm: { sources: [{ rules: [{ event_type_filter: filter, ...rule }] }] } },
    ...(subscription && {
      ibm_en_subscription_slack: { x: { topic_id: '${ibm_en_topic.alarm.topic_id}' } },
    }),
    ...rest,
  });

const source = (enabled: boolean) => ({ ibm_en_ibmsource: { store: { enabled } } });

const byMail = (attributes: object) =>
  topic(EXPIRED, false, {
    ibm_en_subscription_email: {
      x: { topic_id: '${ibm_en_topic.alarm.topic_id}', attributes },
    },
  });

testRule(alarms, {
  holds: [
    topic(EXPIRED),
    topic(EXPIRED, true, source(true)),
    byMail({ invited: ['ops@example.com'] }),
  ],
  breaks: [
    topic(EXPIRED, false),
    topic(''),
    byMail({}),
    topic(EXPIRED, true, source(false)),
    topic(EXPIRED, true, {}, { enabled: false }),
  ],
  unknown: [topic(UNKNOWN)],
  saysNothing: 'breaks',
});
