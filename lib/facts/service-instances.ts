import { EventNotificationsPlan } from './event-notifications';
import { NameRule } from './names';
import { SecretsManagerPlan } from './secrets-manager';

/** What instances of one service can be. */
export interface ServiceCatalogue {
  readonly plans: readonly string[];
  readonly regions: readonly string[];
  /** Minutes after which its creation is given up. */
  readonly createMinutes: number;
}

/**
 * The services of which instances are made, by their names in the catalogue: the provider looks these words up only at
 * apply.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-endpoints
 */
export const SERVICE_CATALOGUE = {
  'secrets-manager': {
    plans: Object.values(SecretsManagerPlan),
    regions: [
      ...['us-south', 'us-east', 'ca-tor', 'ca-mon', 'br-sao'],
      ...['eu-de', 'eu-gb', 'eu-es'],
      ...['jp-tok', 'jp-osa', 'au-syd', 'in-mum', 'in-che'],
    ],
    createMinutes: 30,
  },
  'event-notifications': {
    plans: Object.values(EventNotificationsPlan),
    regions: [
      ...['us-south', 'us-east', 'ca-tor', 'ca-mon', 'br-sao'],
      ...['eu-de', 'eu-gb', 'eu-es'],
      ...['jp-tok', 'jp-osa', 'au-syd', 'in-mum', 'in-che'],
    ],
    createMinutes: 15,
  },
  appid: {
    plans: ['graduated-tier'],
    regions: [
      ...['us-south', 'us-east', 'ca-tor', 'br-sao'],
      ...['eu-de', 'eu-gb', 'eu-es'],
      ...['jp-tok', 'jp-osa', 'au-syd'],
    ],
    createMinutes: 10,
  },
} as const satisfies Record<string, ServiceCatalogue>;

/** Names of instances of services. */
export const INSTANCE_NAME: NameRule = {
  pattern: /^([^\x00-\x7F]|[a-zA-Z0-9\-._: ])+$/, // eslint-disable-line no-control-regex -- as for projects.
  most: 180,
  words: 'letters, digits, spaces and any of - . _ :',
};
