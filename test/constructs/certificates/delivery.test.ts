import { TerraformStack } from 'cdktf';
import { deliver } from '../../../lib/constructs/certificates/delivery';
import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import { HUB_ID, hub, recipient } from '../../kit/samples-certificates';
import { value } from '../../kit/samples-secrets';
import { synthesize } from '../../kit/synth';

const delivered = (to: (stack: TerraformStack) => EventRecipient) =>
  synthesize((stack) =>
    deliver(stack, to(stack), { hub: hub(stack), topicId: 'topic', about: 'Alarms', name: 'ops' }),
  );
const PLACE = { instance_guid: HUB_ID, name: 'ops', description: 'Alarms' };
const SECRET = '${sensitive(var.secret)}';

test.each<[string, string, string, (stack: TerraformStack) => EventRecipient, object]>([
  [
    'webhook',
    'webhook',
    'webhook',
    (stack) => EventRecipient.webhook(value(stack), { headers: { 'X-Token': value(stack) } }),
    {
      url: SECRET,
      verb: 'POST',
      custom_headers: '${sensitive({"X-Token" = var.secret})}',
      sensitive_headers: ['X-Token'],
    },
  ],
  [
    'Slack',
    'slack',
    'slack',
    (stack) => EventRecipient.slack(value(stack)),
    { type: 'incoming_webhook', url: SECRET },
  ],
  ['Teams', 'msteams', 'msteams', (stack) => EventRecipient.teams(value(stack)), { url: SECRET }],
  [
    'PagerDuty',
    'pagerduty',
    'pagerduty',
    (stack) => EventRecipient.pagerDuty(value(stack)),
    { routing_key: SECRET },
  ],
])('%s gets a destination with its type and a subscription', (_, word, type, to, params) => {
  const synthesized = delivered(to);
  expect(synthesized.only(`ibm_en_destination_${word}`)).toEqual({
    ...PLACE,
    type,
    collect_failed_events: false,
    config: { params },
  });
  expect(synthesized.only(`ibm_en_subscription_${word}`)).toMatchObject({
    ...PLACE,
    topic_id: 'topic',
    destination_id: expect.stringMatching(/^\$\{ibm_en_destination_\w+\.\w+\.destination_id\}$/),
  });
});

test('calls of a webhook are signed', () => {
  const { attributes } = delivered((stack) => EventRecipient.webhook(value(stack))).only(
    'ibm_en_subscription_webhook',
  );
  expect(attributes).toEqual({ signing_enabled: true });
});

test('mail goes by what the instance brought along; another address is another subscription', () => {
  const synthesized = delivered(recipient);
  expect(synthesized.only('terraform_data')).toEqual({ input: 'ops@example.com' });
  expect(synthesized.only('ibm_en_subscription_email')).toEqual({
    ...PLACE,
    topic_id: 'topic',
    destination_id: 'mail-id',
    attributes: {
      invited: ['ops@example.com'],
      add_notification_payload: true,
      from_name: 'Alarms',
      reply_to_name: 'Alarms',
      reply_to_mail: 'ops@example.com',
    },
    lifecycle: { replace_triggered_by: ['terraform_data.Invited'] },
  });
});
