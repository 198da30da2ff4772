import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { IEventHub } from './event-hub';
import { EventTopic } from './event-topic';
import { parent } from './on-hub';
import {
  SmEnRegistration,
  SmEnRegistrationConfig,
} from '../../.gen/providers/ibm/sm-en-registration';
import { Problem, accountNameOf, keyOf, known } from '../../core';
import { AUTHORIZATIONS } from '../../facts/authorizations';
import { EVENT_TEXT, STORE_EVENTS } from '../../facts/event-notifications';
import { ServiceAuthorization } from '../access/service-authorization';
import { ISecretsStore } from '../secrets/secrets-store';

/** Which hub has the events of each store, in each app: there is never a second. */
const hubs = new WeakMap<object, Map<unknown, IEventHub>>();

/** What an instance of Secrets Manager tells an instance of Event Notifications: once for each pair. */
export const storeEvents = {
  /**
   * trap secrets-manager/one-event-registration-per-instance: a second one would take the events from the first.
   * @param isRegistered whether somebody else has registered the store
   */
  problemsIn: (store: ISecretsStore, hub: IEventHub, isRegistered: boolean): Problem[] => {
    const before = hubsIn(store).get(identityOf(store)) ?? hub;
    if (identityOf(before) !== identityOf(hub)) return [SECOND];
    return before === hub || isRegistered ? [] : [REGISTERED];
  },

  /**
   * The topics of a store in a hub; it is registered there with the first that asks.
   * @param isRegistered whether somebody else has registered it
   */
  of: (hub: IEventHub, store: ISecretsStore, isRegistered: boolean): StoreEvents => {
    const ofApp = hubsIn(store);
    const identity = identityOf(store);
    ofApp.set(identity, ofApp.get(identity) ?? hub);
    const id = `Secrets-${keyOf(parent(hub), store.crn)}`;
    const made = hub.node.tryFindChild(id) as StoreEvents | undefined;
    return made ?? new StoreEvents(parent(hub), id, { hub, store, isRegistered });
  },
};

function hubsIn({ node }: ISecretsStore): Map<unknown, IEventHub> {
  const ofApp = hubs.get(node.root) ?? new Map<unknown, IEventHub>();
  hubs.set(node.root, ofApp);
  return ofApp;
}

/** Two constructs of the same name stand for the same instance. */
const identityOf = (instance: ISecretsStore | IEventHub): unknown =>
  known(instance.crn) ? instance.crn : instance;

const SECOND: Problem = {
  prop: 'hub',
  got: 'another EventHub than the one that has the events of the store',
  expected: 'the same, because a store is registered with one',
};

const REGISTERED: Problem = {
  prop: 'storeSendsEvents',
  got: 'false',
  expected: 'true, because another EventHub of the same instance has the store registered',
};

interface StoreEventsProps {
  readonly hub: IEventHub;
  readonly store: ISecretsStore;
  readonly isRegistered: boolean;
}

/**
 * The events of one store that matter to certificates.
 * @internal
 */
export class StoreEvents extends Construct {
  /** That a secret was renewed. */
  public readonly rotated: EventTopic;
  /** That one could not be renewed, or is about to end. */
  public readonly alarming: EventTopic;

  constructor(scope: Construct, id: string, props: StoreEventsProps) {
    super(scope, id);
    const { hub, store } = props;
    const sourceId = store.crn;
    this.rotated = new EventTopic(this, 'Rotated', {
      hub,
      sourceId,
      eventTypes: [...STORE_EVENTS.rotated],
      description: 'A secret was renewed',
    });
    this.alarming = new EventTopic(this, 'Alarm', {
      hub,
      sourceId,
      eventTypes: [...STORE_EVENTS.alarming],
      description: 'A secret was not renewed, or is about to expire',
    });
    for (const it of registrationsOf(this, props)) {
      this.rotated._after(it);
      this.alarming._after(it);
    }
  }
}

/** What makes the store a source that topics can name. */
function registrationsOf(
  events: StoreEvents,
  { hub, store, isRegistered }: StoreEventsProps,
): ITerraformDependable[] {
  if (isRegistered) return [];
  const leave = new ServiceAuthorization(events, 'Leave', {
    source: { service: 'secrets-manager', instanceId: store.instanceId },
    target: { service: 'event-notifications', instanceId: hub.instanceId },
    roles: [...AUTHORIZATIONS.sendEvents.roles],
  });
  const config = registrationOf(events, hub, store, leave.effective);
  return [new SmEnRegistration(events, 'Registration', config)];
}

/** trap secrets-manager/event-registration-change-replaces: name and description follow from the ids alone. */
const registrationOf = (
  events: StoreEvents,
  hub: IEventHub,
  store: ISecretsStore,
  leave: ITerraformDependable,
): SmEnRegistrationConfig => ({
  instanceId: store.instanceId,
  // trap secrets-manager/unset-region-is-the-providers: always that of the instance.
  region: store.region,
  endpointType: store.endpointType,
  eventNotificationsInstanceCrn: hub.crn,
  eventNotificationsSourceName: accountNameOf(events, EVENT_TEXT),
  eventNotificationsSourceDescription: 'Events of secrets',
  // the service looks when the registration is made.
  dependsOn: [leave],
});
