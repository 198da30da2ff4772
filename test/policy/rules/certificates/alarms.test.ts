import { alarms } from '../../../../lib/policy/rules/certificates/alarms';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const EXPIRED = "$.type == 'com.ibm.cloud.secrets-manager.secret_expired'";
const topic = (filter: string, subscription = true) =>
  world({
    ibm_sm_public_certificate: { it: {} },
    ibm_en_topic: { alarm: { sources: [{ rules: [{ event_type_filter: filter }] }] } },
    ...(subscription && {
      ibm_en_subscription_slack: { x: { topic_id: '${ibm_en_topic.alarm.topic_id}' } },
    }),
  });

testRule(alarms, {
  holds: [topic(EXPIRED)],
  breaks: [topic(EXPIRED, false), topic('')],
  unknown: [topic(UNKNOWN)],
  saysNothing: 'breaks',
});
