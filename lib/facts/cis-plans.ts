/**
 * The plans of an Internet Services instance, by their catalogue names.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-cis-plan-comparison
 */
export enum CisPlan {
  /** Free for 30 days, once per account. */
  TRIAL = 'trial',
  STANDARD_NEXT = 'standard-next',
  ENTERPRISE_ESSENTIAL = 'enterprise-essential',
  ENTERPRISE_ADVANCED = 'enterprise-advanced',
  ENTERPRISE_PREMIER = 'enterprise-premier',
  ENTERPRISE_USAGE = 'enterprise-usage',
}

/** What a plan lets one do beyond DNS, proxying, TLS and managed rules. */
export interface CisCapabilities {
  /** Rules in phase `http_ratelimit`. */
  readonly rateLimiting: boolean;
  /** Alerts on attacks, pools and origins. */
  readonly alerts: boolean;
  /** Edge logs pushed to a store of one's own. */
  readonly logpush: boolean;
  /** Certificates asked of clients at the edge. */
  readonly mutualTls: boolean;
  /** Rules on the score of a bot. */
  readonly botManagement: boolean;
  /** Blocking by country. */
  readonly countryRules: boolean;
}

const ENTERPRISE: CisCapabilities = {
  rateLimiting: true,
  alerts: true,
  logpush: true,
  mutualTls: true,
  botManagement: false,
  countryRules: true,
};

const SMALL: CisCapabilities = {
  rateLimiting: false,
  alerts: false,
  logpush: false,
  mutualTls: false,
  botManagement: false,
  countryRules: false,
};

/**
 * What each plan can do; Internet Services skips without an error what a plan lacks.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-cis-plan-comparison
 */
export const CIS_CAPABILITIES: Readonly<Record<CisPlan, CisCapabilities>> = {
  [CisPlan.TRIAL]: SMALL,
  [CisPlan.STANDARD_NEXT]: SMALL,
  // the comparison of plans names rate limits from Advanced on only.
  [CisPlan.ENTERPRISE_ESSENTIAL]: { ...ENTERPRISE, rateLimiting: false },
  [CisPlan.ENTERPRISE_ADVANCED]: ENTERPRISE,
  [CisPlan.ENTERPRISE_PREMIER]: { ...ENTERPRISE, botManagement: true },
  [CisPlan.ENTERPRISE_USAGE]: ENTERPRISE,
};

/** What each capability is called in a refusal. */
export const CIS_CAPABILITY_WORDS: Readonly<Record<keyof CisCapabilities, string>> = {
  rateLimiting: 'rate limits',
  alerts: 'alerts',
  logpush: 'log push',
  mutualTls: 'mutual TLS',
  botManagement: 'bot management',
  countryRules: 'blocking by country',
};

/**
 * How many scripts the edge runs for an instance of a plan; where it is one, it bears the name of the domain.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-edge-functions-actions
 */
export const EDGE_FUNCTIONS: Readonly<Record<CisPlan, number>> = {
  [CisPlan.TRIAL]: 1,
  [CisPlan.STANDARD_NEXT]: 1,
  [CisPlan.ENTERPRISE_ESSENTIAL]: Infinity,
  [CisPlan.ENTERPRISE_ADVANCED]: Infinity,
  [CisPlan.ENTERPRISE_PREMIER]: Infinity,
  [CisPlan.ENTERPRISE_USAGE]: Infinity,
};
