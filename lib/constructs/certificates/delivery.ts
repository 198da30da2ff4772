import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { builtIn } from './built-in';
import { EventRecipient } from './event-recipient';
import { Hub } from './on-hub';
import { EnDestinationMsteams } from '../../.gen/providers/ibm/en-destination-msteams';
import { EnDestinationPagerduty } from '../../.gen/providers/ibm/en-destination-pagerduty';
import { EnDestinationSlack } from '../../.gen/providers/ibm/en-destination-slack';
import { EnDestinationWebhook } from '../../.gen/providers/ibm/en-destination-webhook';
import { EnSubscriptionEmail } from '../../.gen/providers/ibm/en-subscription-email';
import { EnSubscriptionMsteams } from '../../.gen/providers/ibm/en-subscription-msteams';
import { EnSubscriptionPagerduty } from '../../.gen/providers/ibm/en-subscription-pagerduty';
import { EnSubscriptionSlack } from '../../.gen/providers/ibm/en-subscription-slack';
import { EnSubscriptionWebhook } from '../../.gen/providers/ibm/en-subscription-webhook';
import { replacementTrigger } from '../../core';
import { DESTINATION_TYPES } from '../../facts/event-notifications';

/** What a subscription and a destination have in common. */
interface Place {
  readonly instanceGuid: string;
  readonly name: string;
  readonly description: string;
}

/** What is delivered, and from where. */
interface Delivery {
  readonly hub: Hub;
  readonly topicId: string;
  /** Under what name mail comes, and what the destination is for. */
  readonly about: string;
  readonly name: string;
}

/**
 * Tells a recipient of each event of a topic.
 *
 * trap event-notifications/removed-destination-description-is-never-sent: there always is one.
 */
export function deliver(scope: Construct, recipient: EventRecipient, delivery: Delivery): void {
  const { hub, name, about } = delivery;
  const place = { instanceGuid: hub.instanceId, name, description: about };
  DELIVERIES[recipient._channel](scope, recipient, delivery, place);
}

type Deliver = (scope: Construct, to: EventRecipient, delivery: Delivery, place: Place) => void;

const DELIVERIES: Record<EventRecipient['_channel'], Deliver> = {
  // trap event-notifications/changed-invitations-reach-nobody: another address is another subscription, and whoever
  // has accepted an invitation keeps it.
  email: (scope, { _target: address }, { hub, topicId, about }, place) => {
    new EnSubscriptionEmail(scope, 'Subscription', {
      ...place,
      topicId,
      destinationId: builtIn.mailDestination(hub),
      attributes: {
        invited: [address],
        addNotificationPayload: true,
        fromName: about,
        replyToName: about,
        replyToMail: address,
      },
      lifecycle: { replaceTriggeredBy: [replacementTrigger(scope, 'Invited', address)] },
    });
  },

  // trap event-notifications/custom-header-tokens-are-in-clear: they are secrets, and marked.
  webhook: (scope, { _target: url, _headers: headers }, { topicId }, place) => {
    const sensitiveHeaders = Object.keys(headers);
    // the map is marked, not its values: a header that came from elsewhere is none of our business either.
    const customHeaders = Fn.sensitive(headers) as Record<string, string>;
    const { destinationId } = new EnDestinationWebhook(scope, 'Destination', {
      ...place,
      ...COLLECTING,
      type: DESTINATION_TYPES.webhook,
      config: { params: { url, verb: 'POST', customHeaders, sensitiveHeaders } },
    });
    // unsigned, a call could come from anybody.
    const attributes = { signingEnabled: true };
    const subscription = { ...place, topicId, destinationId, attributes };
    new EnSubscriptionWebhook(scope, 'Subscription', subscription);
  },

  // trap event-notifications/slack-url-is-in-clear: it is a secret, and marked.
  slack: (scope, { _target: url }, { topicId }, place) => {
    const { destinationId } = new EnDestinationSlack(scope, 'Destination', {
      ...place,
      ...COLLECTING,
      type: DESTINATION_TYPES.slack,
      config: { params: { type: 'incoming_webhook', url } },
    });
    new EnSubscriptionSlack(scope, 'Subscription', { ...place, topicId, destinationId });
  },

  // trap event-notifications/teams-url-is-in-clear: it is a secret, and marked.
  teams: (scope, { _target: url }, { topicId }, place) => {
    const { destinationId } = new EnDestinationMsteams(scope, 'Destination', {
      ...place,
      ...COLLECTING,
      type: DESTINATION_TYPES.teams,
      config: { params: { url } },
    });
    new EnSubscriptionMsteams(scope, 'Subscription', { ...place, topicId, destinationId });
  },

  // trap event-notifications/pagerduty-routing-key-is-in-clear: it is a secret, and marked.
  pagerDuty: (scope, { _target: routingKey }, { topicId }, place) => {
    const { destinationId } = new EnDestinationPagerduty(scope, 'Destination', {
      ...place,
      ...COLLECTING,
      type: DESTINATION_TYPES.pagerDuty,
      config: { params: { routingKey } },
    });
    new EnSubscriptionPagerduty(scope, 'Subscription', { ...place, topicId, destinationId });
  },
};

/** Events that reach nobody are kept only where an instance has a bucket for them. */
const COLLECTING = { collectFailedEvents: false };
