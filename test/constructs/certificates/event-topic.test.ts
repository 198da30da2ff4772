import { TerraformStack } from 'cdktf';
import { IEventHub } from '../../../lib/constructs/certificates/event-hub';
import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import { EventTopic, EventTopicProps } from '../../../lib/constructs/certificates/event-topic';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { refusalOf } from '../../kit/refusal';
import { HUB_ID, hub, recipient } from '../../kit/samples-certificates';
import { STORE_CRN, job } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_en_topic';
const MAIL = 'ibm_en_subscription_email';
const topic = (stack: TerraformStack, props: Partial<EventTopicProps> = {}) =>
  new EventTopic(stack, 'topic', { hub: hub(stack), sourceId: STORE_CRN, ...props });

test('a topic renders its defaults: all that a source tells', () => {
  const synthesized = synthesize((stack) => topic(stack));
  expect(synthesized.types).toEqual([TYPE]);
  expect(synthesized.only(TYPE)).toEqual({
    instance_guid: HUB_ID,
    name: 'test-topic',
    description: 'test-topic',
    sources: [{ id: STORE_CRN, rules: [] }],
  });
});

test('a topic renders every prop, and chooses by type alone', () => {
  const props = {
    eventTypes: ['a.b', 'c'],
    topicName: 'Deploys',
    description: 'what was deployed',
  };
  expect(synthesize((stack) => topic(stack, props)).only(TYPE)).toMatchObject({
    name: 'Deploys',
    description: 'what was deployed',
    sources: [
      {
        rules: [
          { enabled: true, event_type_filter: "$.type == 'a.b'", notification_filter: '' },
          { enabled: true, event_type_filter: "$.type == 'c'", notification_filter: '' },
        ],
      },
    ],
  });
});

test.each<[string, Partial<EventTopicProps>]>([
  ['hub', { hub: 'hub' as unknown as IEventHub }],
  ['sourceId', { sourceId: undefined }],
  ['sourceId', { sourceId: 'a b' }],
  ['eventTypes', { eventTypes: [] }],
  ['eventTypes.0', { eventTypes: ["a' || 'b"] }],
  ['topicName', { topicName: '' }],
  ['description', { description: 'a\nb' }],
])('a topic is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => topic(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a recipient is told once by one name, and the name is not given to another', () => {
  const synthesized = synthesize((stack) => {
    const it = topic(stack);
    it.notify('ops', recipient());
    it.notify('ops', recipient());
    const other = EventRecipient.email('other@example.com');
    expect(refusalOf(() => it.notify('ops', other))).toEqual([
      expect.stringMatching(/^name: got the name of another recipient/),
    ]);
  });
  expect(synthesized.only(MAIL).attributes.invited).toEqual(['ops@example.com']);
});

test('a topic refuses what is no recipient, no name and no job', () => {
  const it = topic(newStack());
  const none = 'a' as unknown as EventRecipient & SecureJob;
  expect(refusalOf(() => it.notify('ops', none))).toHaveLength(1);
  expect(refusalOf(() => it.notify('a b', recipient()))).toHaveLength(1);
  expect(refusalOf(() => it.startJob(none))).toHaveLength(1);
});

test('a job is started once by one topic', () => {
  const { types } = synthesize((stack) => {
    const it = topic(stack);
    const night = job(stack);
    it.startJob(night);
    it.startJob(night);
  });
  expect(types.filter((it) => it.startsWith('ibm_en_'))).toEqual([
    'ibm_en_destination_ce',
    'ibm_en_subscription_ce',
    TYPE,
  ]);
});

test('a topic hands out its id and its hub', () => {
  const { id } = renderedValues((stack) => ({ id: topic(stack).topicId }));
  expect(id).toMatch(/^\$\{ibm_en_topic\.\w+\.topic_id\}$/);
  expect(topic(newStack()).hub.instanceId).toBe(HUB_ID);
});
