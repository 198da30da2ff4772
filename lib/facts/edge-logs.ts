import { NameRule } from './names';

/**
 * What Internet Services keeps a log of, one job each.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-log-fields
 */
export enum EdgeLogDataset {
  /** Every request that a rule, a limit or a challenge did something about. */
  FIREWALL_EVENTS = 'firewall_events',
  /** Every request. */
  HTTP_REQUESTS = 'http_requests',
  /** Every question for a name of the zone; to IBM Cloud Logs only. */
  DNS_LOGS = 'dns_logs',
}

/** How moments are written in edge logs. */
export enum EdgeLogTimestamps {
  /** As in 2027-06-30T00:00:00Z. */
  RFC3339 = 'rfc3339',
  /** Seconds since 1970. */
  UNIX = 'unix',
  /** Nanoseconds since 1970. */
  UNIX_NANO = 'unixnano',
}

/**
 * How often edge logs are pushed.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-logpush
 */
export enum EdgeLogFrequency {
  /** Small batches, soon. */
  HIGH = 'high',
  /** Large batches, later. */
  LOW = 'low',
}

const REQUEST = [
  'ClientIP',
  'ClientASN',
  'ClientCountry',
  'ClientRequestHost',
  'ClientRequestMethod',
  'ClientRequestPath',
  'ClientRequestUserAgent',
];

/**
 * What is logged unless something else is asked for: who asked for what, and what became of it. What visitors may have
 * put a password or a token into is not among it.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-log-fields
 */
export const EDGE_LOG_FIELDS: Readonly<Record<string, readonly string[] | undefined>> = {
  [EdgeLogDataset.FIREWALL_EVENTS]: [
    ...['Datetime', 'RayID', 'Action', 'Source', 'RuleID', 'Description', ...REQUEST],
    ...['EdgeResponseStatus', 'OriginResponseStatus'],
  ],
  [EdgeLogDataset.HTTP_REQUESTS]: [
    ...['EdgeStartTimestamp', 'EdgeEndTimestamp', 'RayID', ...REQUEST],
    ...['ClientRequestProtocol', 'ClientSSLProtocol', 'ClientSSLCipher'],
    ...['EdgeResponseStatus', 'EdgeResponseBytes', 'OriginIP', 'OriginResponseStatus'],
    ...['SecurityAction', 'SecurityRuleID', 'CacheCacheStatus'],
  ],
  [EdgeLogDataset.DNS_LOGS]: [
    ...['Timestamp', 'QueryName', 'QueryType', 'ResponseCode', 'ResponseCached'],
    ...['SourceIP', 'ColoCode'],
  ],
};

/** Fields that hold what visitors send along, and so passwords and tokens. */
export const TELLING_FIELDS = [
  'ClientRequestQuery',
  'ClientRequestURI',
  'ClientRequestReferer',
  'ClientRefererQuery',
  'Cookies',
  'RequestHeaders',
  'ResponseHeaders',
] as const;

/** Names of fields of edge logs. */
export const LOG_FIELD: NameRule = {
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  most: 64,
  words: 'letters and digits, a capital letter first',
};

/** Names of jobs that push edge logs. */
export const LOG_JOB_NAME: NameRule = {
  pattern: /^[a-zA-Z0-9][a-zA-Z0-9.-]*$/,
  most: 128,
  words: 'letters, digits, dots and hyphens, a letter or digit first',
};

/** Names of buckets of Object Storage. */
export const BUCKET_NAME: NameRule = {
  pattern: /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
  most: 63,
  words: 'lower case letters, digits, dots and hyphens, 3 at least, letters or digits at the ends',
};

/** Where in a bucket edge logs go. */
export const BUCKET_PATH: NameRule = {
  pattern: /^([\w.-]|\{DATE\})+(\/([\w.-]|\{DATE\})+)*$/,
  most: 253,
  words: 'a path inside the bucket, as in edge/{DATE}',
};

/** Codes of regions of IBM Cloud, and of buckets that lie in several. */
export const REGION_CODE: NameRule = {
  pattern: /^[a-z]{2,6}(-[a-z]{2,10})?(\d{2})?$/,
  most: 20,
  words: 'the code of a region, as in eu-de',
};
