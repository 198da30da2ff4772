import { TerraformStack } from 'cdktf';
import {
  EventHub,
  EventHubProps,
  ExistingHubOptions,
} from '../../../lib/constructs/certificates/event-hub';
import { EventNotificationsPlan } from '../../../lib/facts/event-notifications';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, recorded, waiver } from '../../kit/samples';
import { HUB_CRN, HUB_ID } from '../../kit/samples-certificates';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_resource_instance';
const own = (stack: TerraformStack, props: Partial<EventHubProps> = {}) =>
  new EventHub(stack, 'hub', { resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de', ...props });
const existing = (stack: TerraformStack, options: Partial<ExistingHubOptions> = {}) =>
  EventHub.fromCrn(stack, 'hub', { crn: HUB_CRN, ...options });

test('a hub renders its defaults: to stay, and protected', () => {
  const synthesized = synthesize((stack) => own(stack));
  expect(synthesized.types).toEqual([TYPE]);
  expect(synthesized.only(TYPE)).toEqual({
    name: 'test-hub',
    service: 'event-notifications',
    plan: 'standard',
    location: 'eu-de',
    resource_group_id: RESOURCE_GROUP_ID,
    parameters: {},
    timeouts: { create: '15m' },
    lifecycle: { prevent_destroy: true },
  });
});

test('a hub renders every prop', () => {
  const props = {
    instanceName: 'Events',
    plan: EventNotificationsPlan.LITE,
    deletionProtection: false,
    waivers: { deletionProtection: waiver() },
  };
  expect(synthesize((stack) => own(stack, props)).only(TYPE)).toMatchObject({
    name: 'Events',
    plan: 'lite',
    lifecycle: { prevent_destroy: false },
    waivers: [recorded('certificates/event-hub-protected')],
  });
});

test.each<[string, Partial<EventHubProps>]>([
  ['resourceGroupId', { resourceGroupId: undefined }],
  ['resourceGroupId', { resourceGroupId: 'default' }],
  ['region', { region: undefined }],
  ['region', { region: 'frankfurt' }],
  ['instanceName', { instanceName: 'a/b' }],
  ['plan', { plan: 'free' as EventNotificationsPlan }],
  ['deletionProtection', { deletionProtection: false }],
  ['waivers.deletionProtection', { waivers: { deletionProtection: waiver() } }],
])('a hub is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => own(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a hub hands out what its resource knows', () => {
  const handedOut = renderedValues((stack) => {
    const { instanceId, crn, region } = own(stack);
    return { instanceId, crn, region };
  });
  expect(handedOut).toEqual({
    instanceId: expect.stringMatching(/^\$\{ibm_resource_instance\.\w+\.guid\}$/),
    crn: expect.stringMatching(/^\$\{ibm_resource_instance\.\w+\.crn\}$/),
    region: 'eu-de',
  });
});

test('a hub that exists is known by its name, and renders nothing', () => {
  const stack = newStack();
  expect(existing(stack)).toMatchObject({ instanceId: HUB_ID, crn: HUB_CRN, region: 'us-south' });
  expect(synthesize((it) => existing(it)).types).toEqual([]);
});

test.each<[string, Partial<ExistingHubOptions>]>([
  ['crn', { crn: undefined }],
  ['crn', { crn: HUB_CRN.replace('event-notifications', 'secrets-manager') }],
  ['mailDestinationId', { mailDestinationId: 'a b' }],
  ['timerSourceId', { timerSourceId: '' }],
])('a hub that exists is refused for its %s when it is %j', (prop, options) => {
  expect(refusalOf(() => existing(newStack(), options))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});
