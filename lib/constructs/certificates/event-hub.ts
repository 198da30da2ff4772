import { Construct, IConstruct } from 'constructs';
import { builtIn } from './built-in';
import { jobTarget } from './job-target';
import {
  OptOut,
  Problem,
  Settled,
  accountNameOf,
  departs,
  given,
  matches,
  partsOfCrn,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { EVENT_END_ID, EventNotificationsPlan } from '../../facts/event-notifications';
import { instanceCrn } from '../../facts/names';
import { INSTANCE_NAME } from '../../facts/service-instances';
import { Waiver } from '../waiver';
import { serviceInstance } from '../workloads/service-instance';

/** An instance of Event Notifications, made here or elsewhere. */
export interface IEventHub extends IConstruct {
  /** The id of the instance, a GUID. */
  readonly instanceId: string;
  /** The cloud resource name of the instance. */
  readonly crn: string;
  /** The region that holds the instance. */
  readonly region: string;
}

/** Options for `EventHub.fromCrn`. */
export interface ExistingHubOptions {
  /** The cloud resource name of the instance. */
  readonly crn: string;
  /**
   * The id of the e-mail destination that the instance brought along.
   * @default - looked up when something is sent by e-mail, which takes an account at each plan
   */
  readonly mailDestinationId?: string;
  /**
   * The id of the periodic timer that the instance brought along.
   * @default - looked up when something is scheduled, which takes an account at each plan
   */
  readonly timerSourceId?: string;
  /**
   * Whether the instance may start jobs already, in every project here: an account takes the same authorization once.
   * @default false
   */
  readonly startsJobs?: boolean;
}

/** Waivers for `EventHub`. */
export interface EventHubWaivers {
  /**
   * Excuses `deletionProtection: false`.
   * @default - none
   */
  readonly deletionProtection?: Waiver;
}

/** Properties for `EventHub`. */
export interface EventHubProps {
  /** The id of the resource group, 32 characters. */
  readonly resourceGroupId: string;
  /** The region that holds the instance: `us-south`. It may tell of what happens in other regions. */
  readonly region: string;
  /**
   * The name of the instance, at most 180 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly instanceName?: string;
  /**
   * What the instance costs and what it can do.
   * @default EventNotificationsPlan.STANDARD
   */
  readonly plan?: EventNotificationsPlan;
  /**
   * Whether Terraform refuses to destroy the instance, and with it every topic and recipient.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: EventHubWaivers;
}

const DEFAULTS = {
  plan: EventNotificationsPlan.STANDARD,
  deletionProtection: true,
  startsJobs: false,
  waivers: {},
};
type Config = Settled<EventHubProps, typeof DEFAULTS & { instanceName: string }>;

/**
 * An instance of Event Notifications: where events come in, and from where people are told and jobs are started.
 *
 * Topics choose among the events of a source, see `EventTopic`; a timer is a source too, see `Schedule`.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-getting-started
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/resource_instance
 */
export class EventHub extends Construct implements IEventHub {
  /**
   * An instance that exists, by its cloud resource name.
   * @throws an error when it is not the name of an instance of Event Notifications
   */
  public static fromCrn(scope: Construct, id: string, options: ExistingHubOptions): IEventHub {
    return new ExistingHub(scope, id, options);
  }

  /** The id of the instance, a GUID. */
  public readonly instanceId: string;
  /** The cloud resource name of the instance. */
  public readonly crn: string;
  /** The region that holds the instance. */
  public readonly region: string;

  /** @throws an error naming every problem: a region or plan that there is not, a missing waiver */
  constructor(scope: Construct, id: string, props: EventHubProps) {
    super(scope, id);
    const instanceName = accountNameOf(this, INSTANCE_NAME);
    const config = withDefaults(props, { ...DEFAULTS, instanceName });
    reject(this, problemsIn(config));
    const instance = serviceInstance.define(this, SERVICE, config, {});
    recordWaivers(instance, optOutsIn(config));
    this.instanceId = instance.guid;
    this.crn = instance.crn;
    this.region = config.region;
  }
}

const SERVICE = 'event-notifications';

const problemsIn = (config: Config): Problem[] => [
  ...serviceInstance.problemsIn(SERVICE, config),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = ({ deletionProtection, waivers }: Config): OptOut[] => [
  {
    rule: 'certificates/event-hub-protected',
    prop: 'deletionProtection',
    got: 'false',
    expected: 'true',
    taken: departs(deletionProtection, !deletionProtection),
    waiverProp: 'waivers.deletionProtection',
    waiver: waivers.deletionProtection,
  },
];

/** An instance that was not made here: what there is to know of it stands in its name. */
class ExistingHub extends Construct implements IEventHub {
  public readonly instanceId: string;
  public readonly crn: string;
  public readonly region: string;

  constructor(scope: Construct, id: string, options: ExistingHubOptions) {
    super(scope, id);
    const config = withDefaults(options, DEFAULTS);
    reject(this, problemsInExisting(config));
    const { instanceId, region } = partsOfCrn(config.crn);
    this.instanceId = instanceId;
    this.crn = config.crn;
    this.region = region;
    builtIn.note(this, { mail: config.mailDestinationId, timer: config.timerSourceId });
    jobTarget.note(this, config.startsJobs);
  }
}

const CRN = instanceCrn(SERVICE);

const problemsInExisting = (options: ExistingHubOptions): Problem[] => [
  ...given('crn', options.crn, CRN.words),
  ...matches('crn', options.crn ?? undefined, CRN),
  ...matches('mailDestinationId', options.mailDestinationId, EVENT_END_ID),
  ...matches('timerSourceId', options.timerSourceId, EVENT_END_ID),
];
