import { expression } from './expression';
import {
  Problem,
  Settled,
  between,
  given,
  known,
  matches,
  member,
  notEmpty,
  oneOf,
  rejectValue,
  show,
  withDefaults,
} from '../../core';
import { FirewallStage, RATE_CHARACTERISTIC, RATE_LIMITS, RULE_NAME } from '../../facts/waf';

/** Options for `RateLimit`. */
export interface RateLimitOptions {
  /** The requests that one sender may make in a period, 1 to 1000000. */
  readonly requests: number;
  /**
   * Seconds over which requests are counted: 10, 60, 120, 300, 600 or 3600.
   * @default 60
   */
  readonly period?: number;
  /**
   * Seconds for which the limit acts once it is reached: 10, 60, 120, 300, 600, 3600 or 86400.
   * @default 600
   */
  readonly duration?: number;
  /**
   * Which requests are counted and stopped, in the rules language: `http.request.uri.path eq "/login"`.
   * @default 'true'
   */
  readonly condition?: string;
  /**
   * What tells senders apart: `ip.src`, `cf.unique_visitor_id` (an address behind which there are many),
   * `ip.geoip.country`, `ip.geoip.asnum`, `http.request.headers["…"]`, `http.request.cookies["…"]` or
   * `http.request.uri.args["…"]`. Each data center of the edge counts for itself.
   * @default - the address
   */
  readonly countBy?: string[];
  /**
   * What the limit is for, as the console and the logs of Internet Services show it.
   * @default - the name of the limit
   */
  readonly description?: string;
}

const DEFAULTS = { period: 60, duration: 600, condition: 'true', countBy: ['ip.src'] };
type Config = Settled<RateLimitOptions, typeof DEFAULTS & { description: string }>;

/**
 * How many requests one sender may make at the edge, and what happens to more.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-rate-limit-rules
 */
export class RateLimit {
  /**
   * Turns away whoever makes more requests.
   * @param name lower case letters, digits, hyphens and underscores
   * @throws an error naming every problem: no number of requests, a period or duration that there is not, a condition
   * with a quote or bracket that stands alone
   */
  public static block(name: string, options: RateLimitOptions): RateLimit {
    return RateLimit.of(name, 'block', options);
  }

  /**
   * Challenges whoever makes more requests.
   * @param name lower case letters, digits, hyphens and underscores
   * @throws an error naming every problem, as `block` does
   */
  public static challenge(name: string, options: RateLimitOptions): RateLimit {
    return RateLimit.of(name, 'managed_challenge', options);
  }

  /**
   * Records whoever makes more requests, and does no more.
   * @param name lower case letters, digits, hyphens and underscores
   * @throws an error naming every problem, as `block` does
   */
  public static log(name: string, options: RateLimitOptions): RateLimit {
    return RateLimit.of(name, 'log', options);
  }

  private static of(name: string, action: string, options: RateLimitOptions): RateLimit {
    const config = withDefaults(options ?? {}, { ...DEFAULTS, description: name });
    rejectValue('RateLimit', [...matches('name', name, RULE_NAME), ...problemsIn(config)]);
    return new RateLimit(name, action, config);
  }

  private constructor(
    /** @internal */
    public readonly _name: string,
    private readonly action: string,
    private readonly config: Config,
  ) {}

  /**
   * trap internet-services/rule-without-enabled-is-off, trap internet-services/rule-unset-members-are-sent-empty:
   * nothing is left unset.
   * @internal
   */
  public _toTerraform(stage: FirewallStage) {
    const { requests, period, duration, condition, countBy, description } = this.config;
    return {
      action: stage === FirewallStage.LOG ? 'log' : this.action,
      description,
      enabled: true,
      expression: condition,
      ref: this._name,
      rateLimit: {
        characteristics: [DATA_CENTER, ...countBy],
        period,
        requestsPerPeriod: requests,
        mitigationTimeout: duration,
      },
    };
  }
}

/** Internet Services asks for it in every limit. */
const DATA_CENTER = 'cf.colo.id';

const problemsIn = (config: Config): Problem[] => [
  ...given('requests', config.requests, 'a whole number of requests'),
  ...between('requests', config.requests ?? undefined, RATE_LIMITS.requests),
  ...oneOf('period', config.period, RATE_LIMITS.periods),
  ...oneOf('duration', config.duration, RATE_LIMITS.durations),
  ...expression.problemsIn('condition', config.condition),
  ...problemsInCounting(config.countBy),
];

function problemsInCounting(countBy: string[]): Problem[] {
  if (!known(countBy)) return [];
  const both = ['ip.src', 'cf.unique_visitor_id'].every((it) => countBy.includes(it));
  return [
    ...notEmpty('countBy', countBy, 'at least one characteristic'),
    ...countBy.flatMap((it, at) => matches(member('countBy', `${at}`), it, RATE_CHARACTERISTIC)),
    ...(both
      ? [
          {
            prop: 'countBy',
            got: show('ip.src'),
            expected: 'one of ip.src and cf.unique_visitor_id',
          },
        ]
      : []),
  ];
}
