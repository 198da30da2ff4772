import { App, TerraformStack } from 'cdktf';
import { EventHub } from '../../../lib/constructs/certificates/event-hub';
import { storeEvents } from '../../../lib/constructs/certificates/store-events';
import { SecretsStore } from '../../../lib/constructs/secrets/secrets-store';
import { RESOURCE_GROUP_ID } from '../../kit/samples';
import { HUB_CRN, HUB_ID, hub, otherHub } from '../../kit/samples-certificates';
import { STORE_CRN, STORE_ID, store } from '../../kit/samples-secrets';
import { newStack, synthesize } from '../../kit/synth';

const REGISTRATION = 'ibm_sm_en_registration';
const AUTHORIZATION = 'ibm_iam_authorization_policy';
const asked = (stack: TerraformStack, isRegistered = false) => {
  const [events, secrets] = [hub(stack), store(stack)];
  const first = storeEvents.of(events, secrets, isRegistered);
  expect(storeEvents.of(events, secrets, isRegistered)).toBe(first);
};

test('a store is registered once, after the leave, and topics come after it', () => {
  const synthesized = synthesize((stack) => asked(stack));
  expect(synthesized.only(REGISTRATION)).toEqual({
    instance_id: STORE_ID,
    region: 'eu-de',
    endpoint_type: 'private',
    event_notifications_instance_crn: HUB_CRN,
    event_notifications_source_name: expect.stringMatching(/^test-hub-secrets-[0-9a-f]{8}$/),
    event_notifications_source_description: 'Events of secrets',
    depends_on: [expect.stringMatching(/^terraform_data\.hub_Secrets-[0-9a-f]{8}_Leave_Wait_/)],
  });
  expect(synthesized.only(AUTHORIZATION)).toMatchObject({
    source_service_name: 'secrets-manager',
    source_resource_instance_id: STORE_ID,
    target_service_name: 'event-notifications',
    target_resource_instance_id: HUB_ID,
    roles: ['Event Source Manager'],
  });
  const topics = Object.values(synthesized.json.resource.ibm_en_topic) as any[];
  expect(topics).toHaveLength(2);
  for (const topic of topics) {
    expect(topic.depends_on).toEqual([expect.stringMatching(/^ibm_sm_en_registration\./)]);
    expect(topic.sources[0].id).toBe(STORE_CRN);
  }
});

test('topics choose by type alone: renewals here, what goes wrong there', () => {
  const { json } = synthesize((stack) => asked(stack));
  const types = Object.values(json.resource.ibm_en_topic as Record<string, any>).map((topic) =>
    topic.sources[0].rules.map((rule: any) => /_\w+/.exec(rule.event_type_filter)![0]),
  );
  expect(types).toEqual(
    expect.arrayContaining([['_rotated'], ['_rotation_failed', '_about_to_expire', '_expired']]),
  );
  expect(JSON.stringify(json)).not.toContain('secrets[');
});

test('a store that sends its events already is not registered', () => {
  const { types } = synthesize((stack) => asked(stack, true));
  expect(types).toEqual(['ibm_en_topic', 'ibm_en_topic']);
});

test('a store is registered with one hub', () => {
  const stack = newStack();
  const [one, two, secrets] = [hub(stack), otherHub(stack), store(stack)];
  expect(storeEvents.problemsIn(secrets, one, false)).toEqual([]);
  storeEvents.of(one, secrets, false);
  expect(storeEvents.problemsIn(secrets, one, false)).toEqual([]);
  expect(storeEvents.problemsIn(secrets, two, true)).toMatchObject([{ prop: 'hub' }]);
});

test('a hub that stands for the same instance, as in another stack, registers no second time', () => {
  const app = new App();
  const [one, two] = ['one', 'two'].map((id) => new TerraformStack(app, id));
  storeEvents.of(hub(one), store(one), false);
  const [events, secrets] = [hub(two), store(two)];
  expect(storeEvents.problemsIn(secrets, events, false)).toMatchObject([
    { prop: 'storeSendsEvents' },
  ]);
  expect(storeEvents.problemsIn(secrets, events, true)).toEqual([]);
});

test('stores and hubs that each stack makes have nothing to do with those of other stacks', () => {
  const app = new App();
  const [one, two] = ['one', 'two'].map((id) => {
    const stack = new TerraformStack(app, id);
    const place = { resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de' };
    const events = new EventHub(stack, 'hub', place);
    return { events, secrets: new SecretsStore(stack, 'store', place) };
  });
  storeEvents.of(one.events, one.secrets, false);
  expect(storeEvents.problemsIn(two.secrets, two.events, false)).toEqual([]);
});
