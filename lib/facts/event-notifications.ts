import { NameRule } from './names';

/**
 * What an instance of Event Notifications costs and what it can do.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-plans
 */
export enum EventNotificationsPlan {
  /** For trying it out: few events, and not every kind of recipient. */
  LITE = 'lite',
  /** To stay. */
  STANDARD = 'standard',
}

/**
 * Names and descriptions of what is in an instance.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-cli
 */
export const EVENT_TEXT: NameRule = {
  pattern: /^[a-zA-Z0-9 \-_/.?:'";,+=!#@$%^&*()]+$/,
  most: 255,
  words: 'letters, digits, spaces and usual punctuation',
};

/** Ids of sources and destinations: a UUID, or the CRN of an instance that is one. */
export const EVENT_END_ID: NameRule = {
  pattern: /^[a-zA-Z0-9\-:_/]+$/,
  most: 512,
  words: 'an id or a CRN',
};

/** The type of an event, as its source names it. */
export const EVENT_TYPE: NameRule = {
  pattern: /^[a-zA-Z0-9][\w.:-]*$/,
  most: 255,
  words: 'the type of an event, as in com.ibm.cloud.secrets-manager.secret_rotated',
};

/** What an instance brings along and nobody can create, by its type. */
export const BUILT_IN = { mail: 'smtp_ibm', timer: 'periodic-timer' } as const;

/**
 * The types of destinations, and what kind of recipient each needs.
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/en_destination_webhook
 */
export const DESTINATION_TYPES = {
  codeEngine: 'ibmce',
  webhook: 'webhook',
  slack: 'slack',
  teams: 'msteams',
  pagerDuty: 'pagerduty',
} as const;

/**
 * The events of Secrets Manager that matter to whoever serves a certificate.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-event-notifications
 */
export const STORE_EVENTS = {
  rotated: ['com.ibm.cloud.secrets-manager.secret_rotated'],
  alarming: [
    'com.ibm.cloud.secrets-manager.secret_rotation_failed',
    'com.ibm.cloud.secrets-manager.secret_about_to_expire',
    'com.ibm.cloud.secrets-manager.secret_expired',
  ],
} as const;

/** Names of headers that are sent along. */
export const HEADER_NAME: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9-]*$/,
  most: 100,
  words: 'the name of a header, as in Authorization',
};
