import { Construct } from 'constructs';
import { IEventHub } from './event-hub';
import { problemsInHub } from './on-hub';
import { EnSource, EnSourceConfig } from '../../.gen/providers/ibm/en-source';
import { Problem, Settled, accountNameOf, matches, reject, withDefaults } from '../../core';
import { EVENT_TEXT } from '../../facts/event-notifications';

/** Properties for `EventSource`. */
export interface EventSourceProps {
  /** The instance that takes the events. */
  readonly hub: IEventHub;
  /**
   * The name of the source, at most 255 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly sourceName?: string;
  /**
   * What sends the events, at most 255 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly description?: string;
}

type Config = Settled<EventSourceProps, { sourceName: string; description: string }>;

/**
 * A source of events of your own, which something sends by the API of Event Notifications.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-create-en-source
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/en_source
 */
export class EventSource extends Construct {
  /** The id of the source, which a topic names. */
  public readonly sourceId: string;

  /** @throws an error naming every problem: no hub, a name or a description that the service does not take */
  constructor(scope: Construct, id: string, props: EventSourceProps) {
    super(scope, id);
    const sourceName = accountNameOf(this, EVENT_TEXT);
    const config = withDefaults(props, { sourceName, description: sourceName });
    reject(this, problemsIn(this, config));
    this.sourceId = new EnSource(this, 'Resource', terraformOf(config)).sourceId;
  }
}

const problemsIn = (source: EventSource, config: Config): Problem[] => [
  ...problemsInHub(source, config.hub),
  ...matches('sourceName', config.sourceName, EVENT_TEXT),
  ...matches('description', config.description, EVENT_TEXT),
];

const terraformOf = ({ hub, sourceName, description }: Config): EnSourceConfig => ({
  instanceGuid: hub.instanceId,
  name: sourceName,
  // trap event-notifications/source-description-is-required-at-apply
  description,
  enabled: true,
  // what happens to secrets is nothing to keep where many can read it.
  storeNotifications: false,
});
