import { TerraformStack } from 'cdktf';
import { EventSource, EventSourceProps } from '../../../lib/constructs/certificates/event-source';
import { IEventHub } from '../../../lib/constructs/certificates/event-hub';
import { refusalOf } from '../../kit/refusal';
import { HUB_ID, hub } from '../../kit/samples-certificates';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_en_source';
const source = (stack: TerraformStack, props: Partial<EventSourceProps> = {}) =>
  new EventSource(stack, 'deploys', { hub: hub(stack), ...props });

test('a source renders its defaults: on, described, and nothing is stored', () => {
  const synthesized = synthesize((stack) => source(stack));
  expect(synthesized.types).toEqual([TYPE]);
  expect(synthesized.only(TYPE)).toEqual({
    instance_guid: HUB_ID,
    name: 'test-deploys',
    description: 'test-deploys',
    enabled: true,
    store_notifications: false,
  });
});

test('a source renders every prop', () => {
  const props = { sourceName: 'Deploys', description: 'what was deployed' };
  expect(synthesize((stack) => source(stack, props)).only(TYPE)).toMatchObject({
    name: 'Deploys',
    description: 'what was deployed',
  });
});

test.each<[string, Partial<EventSourceProps>]>([
  ['hub', { hub: 'hub' as unknown as IEventHub }],
  ['sourceName', { sourceName: 'a\nb' }],
  ['description', { description: '' }],
  ['description', { description: 'a'.repeat(256) }],
])('a source is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => source(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a source hands out its id', () => {
  const { id } = renderedValues((stack) => ({ id: source(stack).sourceId }));
  expect(id).toMatch(/^\$\{ibm_en_source\.\w+\.source_id\}$/);
});
