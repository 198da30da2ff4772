import { Construct } from 'constructs';
import { Hub } from './on-hub';
import { EnTopic, EnTopicSources } from '../../.gen/providers/ibm/en-topic';

/** What a topic says of itself. */
interface Topic {
  readonly hub: Hub;
  readonly topicName: string;
  readonly description: string;
}

/** Topics: each construct that makes one calls this, and hands it out as its own `Resource`. */
export const topics = {
  /**
   * Makes the topic.
   *
   * trap event-notifications/topic-update-replaces-all-rules: one owner renders all of them.
   */
  define: (scope: Construct, { hub, topicName, description }: Topic, source: EnTopicSources) =>
    new EnTopic(scope, 'Resource', {
      instanceGuid: hub.instanceId,
      name: topicName,
      description,
      sources: [source],
    }),
};
