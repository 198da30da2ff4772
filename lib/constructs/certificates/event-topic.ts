import { ITerraformDependable, TerraformResource, dependable } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { deliver } from './delivery';
import { IEventHub } from './event-hub';
import { EventRecipient } from './event-recipient';
import { jobTarget } from './job-target';
import { problemsInHub } from './on-hub';
import { topics } from './topics';
import {
  Problem,
  Settled,
  accountNameOf,
  given,
  isA,
  keyOf,
  matches,
  notEmpty,
  reject,
  shortDigest,
  withDefaults,
} from '../../core';
import { EVENT_END_ID, EVENT_TEXT, EVENT_TYPE } from '../../facts/event-notifications';
import { SecureJob } from '../workloads/secure-job';

/** A choice among events, of which people are told and by which jobs are started. */
export interface IEventTopic extends IConstruct {
  /** The id of the topic. */
  readonly topicId: string;
  /** The instance that holds the topic. */
  readonly hub: IEventHub;
  /**
   * Tells somebody of each event.
   * @param name what the recipient is called in this topic
   * @param recipient by what way, and where
   * @throws an error when it is no recipient, or when another one has the name
   */
  notify(name: string, recipient: EventRecipient): void;
  /**
   * Starts a job at each event; asking twice is the same as once.
   * @param job the job, which finds the event in its environment, in `ibmendata`
   * @throws an error when it is no job
   */
  startJob(job: SecureJob): void;
}

/** Properties for `EventTopic`. */
export interface EventTopicProps {
  /** The instance that holds the topic. */
  readonly hub: IEventHub;
  /** Where the events come from: the CRN of an instance that is a source, or the id of an `EventSource`. */
  readonly sourceId: string;
  /**
   * The types of the events, as the source names them. Nothing else is asked of an event: many may come as one.
   * @default - every event of the source
   */
  readonly eventTypes?: string[];
  /**
   * The name of the topic, at most 255 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly topicName?: string;
  /**
   * What the topic is for, at most 255 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly description?: string;
}

type Config = Settled<EventTopicProps, { topicName: string; description: string }>;

/**
 * A choice among the events of one source, by their types.
 *
 * A topic has one owner: rules that come from elsewhere are taken away by the next apply.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-create-en-topic
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/en_topic
 */
export class EventTopic extends Construct implements IEventTopic {
  /** The id of the topic. */
  public readonly topicId: string;
  /** The instance that holds the topic. */
  public readonly hub: IEventHub;
  private readonly about: string;
  private readonly resource: TerraformResource;
  private readonly recipients = new Map<string, string>();

  /** @throws an error naming every problem: no hub, no source, a type or a name that the service does not take */
  constructor(scope: Construct, id: string, props: EventTopicProps) {
    super(scope, id);
    const topicName = accountNameOf(this, EVENT_TEXT);
    const config = withDefaults(props, { topicName, description: topicName });
    reject(this, problemsIn(this, config));
    const topic = topics.define(this, config, rulesOf(config));
    this.resource = topic;
    this.topicId = topic.topicId;
    this.hub = config.hub;
    this.about = config.description;
  }

  /**
   * Tells somebody of each event.
   * @param name what the recipient is called in this topic
   * @param recipient by what way, and where
   * @throws an error when it is no recipient, or when another one has the name
   */
  public notify(name: string, recipient: EventRecipient): void {
    reject(this, [
      ...matches('name', name, RECIPIENT_NAME),
      ...isA('recipient', recipient, '_channel', 'an EventRecipient'),
    ]);
    const target = keyOf(this, `${recipient._channel} ${recipient._target}`);
    const before = this.recipients.get(name);
    reject(this, before === undefined || before === target ? [] : [TAKEN]);
    this.recipients.set(name, target);
    if (before === undefined) this.deliver(name, recipient);
  }

  /**
   * Starts a job at each event; asking twice is the same as once.
   * @param job the job, which finds the event in its environment, in `ibmendata`
   * @throws an error when it is no job
   */
  public startJob(job: SecureJob): void {
    reject(this, isA('job', job, 'jobName', 'a SecureJob'));
    const id = `Start-${shortDigest(job.node.path)}`;
    if (!this.node.tryFindChild(id)) jobTarget.subscribe(this, id, this, job);
  }

  /**
   * Makes the topic after something that turns an instance into a source.
   * @internal
   */
  public _after(dependency: ITerraformDependable): void {
    this.resource.dependsOn = [...(this.resource.dependsOn ?? []), dependable(dependency)];
  }

  private deliver(name: string, recipient: EventRecipient): void {
    const scope = new Construct(this, `To-${name}`);
    const { hub, topicId, about } = this;
    deliver(scope, recipient, { hub, topicId, about, name: accountNameOf(scope, EVENT_TEXT) });
  }
}

const RECIPIENT_NAME = {
  ...EVENT_TEXT,
  pattern: /^[a-zA-Z0-9][\w-]*$/,
  most: 64,
  words: 'letters, digits and any of - _, a letter or digit first',
};

const TAKEN: Problem = {
  prop: 'name',
  got: 'the name of another recipient',
  expected: 'one that no other recipient of the topic has',
};

const problemsIn = (topic: EventTopic, config: Config): Problem[] => [
  ...problemsInHub(topic, config.hub),
  ...given('sourceId', config.sourceId, EVENT_END_ID.words),
  ...matches('sourceId', config.sourceId ?? undefined, EVENT_END_ID),
  ...notEmpty('eventTypes', config.eventTypes ?? ['*'], 'at least one type, or no such list'),
  ...(config.eventTypes ?? []).flatMap((it, at) => matches(`eventTypes.${at}`, it, EVENT_TYPE)),
  ...matches('topicName', config.topicName, EVENT_TEXT),
  ...matches('description', config.description, EVENT_TEXT),
];

/** A rule for each type; many secrets come in one event, so nothing that is inside of it is asked for. */
const rulesOf = ({ sourceId, eventTypes }: Config) => ({
  id: sourceId,
  rules: (eventTypes ?? []).map((type) => ({
    enabled: true,
    eventTypeFilter: `$.type == '${type}'`,
    notificationFilter: '',
  })),
});
