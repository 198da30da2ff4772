import { topics } from '../../../lib/constructs/certificates/topics';
import { HUB_ID, hub } from '../../kit/samples-certificates';
import { synthesize } from '../../kit/synth';

test('a topic is the resource of whatever defines it, with all that it chooses', () => {
  const { json } = synthesize((stack) => {
    const topic = { hub: hub(stack), topicName: 'Deploys', description: 'what was deployed' };
    topics.define(stack, topic, { id: 'source', rules: [{ enabled: true }] });
  });
  expect(json.resource.ibm_en_topic).toEqual({
    Resource: {
      instance_guid: HUB_ID,
      name: 'Deploys',
      description: 'what was deployed',
      sources: [{ id: 'source', rules: [{ enabled: true }] }],
    },
  });
});
