import { NameRule } from './names';

/**
 * What Internet Services sends an alert about, by its own words for it.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-types-alerts
 */
export enum EdgeAlertKind {
  /** A Layer-7 attack was found and held off, on any zone of the instance. */
  HTTP_DDOS = 'dos_attack_l7',
  /** Far more events of the firewall than usual, whatever stopped the requests; it takes up to two hours. */
  SECURITY_EVENTS = 'clickhouse_alert_fw_anomaly',
  /** Far more events than usual of one part of the firewall; it takes about five minutes. */
  ADVANCED_SECURITY_EVENTS = 'clickhouse_alert_fw_ent_anomaly',
  /** A pool or one of its origins became unhealthy, or healthy again. */
  POOL_HEALTH = 'load_balancing_health_alert',
  /** Somebody switched a pool on or off. */
  POOL_TOGGLE = 'load_balancing_pool_enablement_alert',
  /** A universal certificate was issued, renewed or refused, on any zone of the instance. */
  UNIVERSAL_CERTIFICATE = 'universal_ssl_event_type',
  /** A certificate that was ordered was issued, renewed or refused, or runs out, on any zone of the instance. */
  ADVANCED_CERTIFICATE = 'dedicated_ssl_certificate_event_type',
}

/** What is told unless something else is asked for. */
export const USUAL_ALERTS: readonly EdgeAlertKind[] = [
  EdgeAlertKind.HTTP_DDOS,
  EdgeAlertKind.SECURITY_EVENTS,
  EdgeAlertKind.POOL_HEALTH,
  EdgeAlertKind.UNIVERSAL_CERTIFICATE,
  EdgeAlertKind.ADVANCED_CERTIFICATE,
];

/** Alerts that are about pools, and need some. */
export const POOL_ALERTS: readonly EdgeAlertKind[] = [
  EdgeAlertKind.POOL_HEALTH,
  EdgeAlertKind.POOL_TOGGLE,
];

/** How each alert is called: the end of its name, and its description. */
export const ALERT_WORDS: Readonly<Record<EdgeAlertKind, readonly [string, string]>> = {
  [EdgeAlertKind.HTTP_DDOS]: ['http-ddos', 'Layer-7 attack on the zones of the instance'],
  [EdgeAlertKind.SECURITY_EVENTS]: ['security-events', 'Spike of firewall events'],
  [EdgeAlertKind.ADVANCED_SECURITY_EVENTS]: [
    'advanced-security-events',
    'Spike of firewall events of one part',
  ],
  [EdgeAlertKind.POOL_HEALTH]: ['pool-health', 'Health of origin pools'],
  [EdgeAlertKind.POOL_TOGGLE]: ['pool-toggle', 'Origin pools switched on or off'],
  [EdgeAlertKind.UNIVERSAL_CERTIFICATE]: ['universal-certificate', 'Universal certificates'],
  [EdgeAlertKind.ADVANCED_CERTIFICATE]: ['advanced-certificate', 'Ordered certificates'],
};

/**
 * The parts of the firewall that are watched one by one: those that constructs here put to work.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-create-alerts-by-type
 */
export const WATCHED_SERVICES = [
  'firewallManaged',
  'firewallCustom',
  'ratelimit',
  'securitylevel',
  'bic',
] as const;

/** Names of alerts, and of webhooks that get them. */
export const ALERT_NAME: NameRule = {
  pattern: /^[a-zA-Z0-9][a-zA-Z0-9\-._: ]*$/,
  most: 100,
  words: 'letters, digits, spaces and any of - . _ :, a letter or digit first',
};

/** Addresses that get alerts. */
export const EMAIL_ADDRESS: NameRule = {
  pattern: /^[^\s@,;<>()"]+@([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?\.)+[a-zA-Z]{2,}$/,
  most: 254,
  words: 'an e-mail address, as in security@example.com',
};

/** Ids of origin pools; the provider's own id of one has the CRN of the instance behind it. */
export const POOL_ID: NameRule = {
  pattern: /^[0-9a-f]{32}(:crn:v1:\S+)?$/,
  most: 545,
  words: '32 hexadecimal digits, with or without the CRN of the instance behind them',
};

/** Addresses that show nothing that is secret: no user, no query, no fragment. */
export const PLAIN_URL: NameRule = {
  pattern: /^https:\/\/([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z0-9-]+(:\d{1,5})?(\/[^\s?#@\\]*)?$/,
  most: 2048,
  words: 'an address of https:// without user, query and fragment',
};

/** Services whose webhooks are called by addresses that are secrets themselves. */
export const SECRET_URL_HOSTS =
  /^https:\/\/(hooks\.slack\.com|[^/]*\.webhook\.office\.com|[^/]*\.logic\.azure\.com|[^/]*discord(app)?\.com|chat\.googleapis\.com|events\.pagerduty\.com)([:/]|$)/i;
