import { CisPlan } from './cis-plans';
import { NameRule } from './names';

/** How far a firewall goes with what it finds. */
export enum FirewallStage {
  /** It blocks and challenges. */
  BLOCK = 'block',
  /** It lets everything through and only records what it would have stopped: the step before blocking. */
  LOG = 'log',
}

/**
 * From which score on the OWASP core rules stop a request.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-waf-configuration
 */
export enum OwaspSensitivity {
  /** A score of 60 and more. */
  LOW = 60,
  /** A score of 40 and more. */
  MEDIUM = 40,
  /** A score of 25 and more. */
  HIGH = 25,
}

/**
 * The phases of a request in which rules can stand.
 *
 * trap internet-services/phase-is-unchecked: these are all, and nobody types them.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-about-rule-sets
 */
export const PHASES = {
  managed: 'http_request_firewall_managed',
  custom: 'http_request_firewall_custom',
  rateLimit: 'http_ratelimit',
} as const;

/**
 * The ids of IBM's managed rulesets, the same in every account.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-managed-rules-overview
 */
export const MANAGED_RULESETS = {
  cis: 'efb7b8c949ac4650a09736fc376e9aee',
  owasp: '4814384a9e5d4991b9815dcfc25d2f1f',
  exposedCredentials: 'c2e184081120413c86c3ab7e14069605',
} as const;

/** The managed rule that acts on the score which all other OWASP core rules add up. */
export const OWASP_SCORE_RULE = '6179ae15870a4bb7b2d480d4843b323c';

/** Paranoia levels of the OWASP core rules; the first is always on. */
export const PARANOIA_LEVELS = { least: 1, most: 4 } as const;

const ENTERPRISE_PLANS = Object.values(CisPlan).filter((plan) => plan.startsWith('enterprise-'));

/** Plans that look credentials up in the list of those that were stolen: all that are paid. */
export const EXPOSED_CREDENTIALS_PLANS: readonly CisPlan[] = [
  CisPlan.STANDARD_NEXT,
  ...ENTERPRISE_PLANS,
];

/**
 * Plans whose custom rules may only record, and may compare with regular expressions.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-cis-plan-comparison
 */
export const ALL_RULE_ACTIONS_PLANS: readonly CisPlan[] = ENTERPRISE_PLANS;

/**
 * Custom rules that one zone may have: on plans with all actions, and on smaller ones.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-cis-plan-comparison
 */
export const CUSTOM_RULES = { most: 1000, small: 100 } as const;

/** The characters that one expression may have. */
export const EXPRESSION_LENGTH = 4096;

/** Names of rules: the `ref` by which Internet Services tells one from another. */
export const RULE_NAME: NameRule = {
  pattern: /^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$/,
  most: 64,
  words: 'lower case letters, digits, hyphens and underscores, letters or digits at the ends',
};

/**
 * What one rate limit may ask for; a duration of 0 would be lost on the way:
 * trap internet-services/rule-mitigation-timeout-zero-is-not-sent.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-rate-limit-rules
 */
export const RATE_LIMITS = {
  requests: { least: 1, most: 1000000 },
  /** Seconds. */
  periods: [10, 60, 120, 300, 600, 3600],
  /** Seconds. */
  durations: [10, 60, 120, 300, 600, 3600, 86400],
} as const;

/** What tells those apart whose requests are counted, beside the data center that counts. */
export const RATE_CHARACTERISTIC: NameRule = {
  pattern:
    /^(ip\.src|cf\.unique_visitor_id|ip\.geoip\.(country|asnum)|http\.request\.(headers\["[a-z0-9-]+"\]|cookies\["[^"\\]+"\]|uri\.args\["[^"\\]+"\]))$/,
  most: 128,
  words:
    'ip.src, cf.unique_visitor_id, ip.geoip.country, ip.geoip.asnum, or a member of http.request.headers, http.request.cookies or http.request.uri.args, as in http.request.headers["x-api-key"]',
};

/** Paths that a lockdown may name: no one needs more than these characters, and none of them ends a text. */
export const LOCKED_PATH: NameRule = {
  pattern: /^\/[\w.~@:+-][\w./~@:+-]*$/,
  most: 1024,
  words: 'a path below /, as in /admin',
};
