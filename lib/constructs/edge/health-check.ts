import { Construct } from 'constructs';
import { ICisZone, onZone } from './zone';
import { CisHealthcheck, CisHealthcheckConfig } from '../../.gen/providers/ibm/cis-healthcheck';
import { Problem, Settled, between, matches, notEmpty, oneOf, withDefaults } from '../../core';
import { CheckRegion, HEALTH_CHECK_LIMITS } from '../../facts/load-balancing';
import { EXPECTED_CODES, PROBE_PATH } from '../../facts/names';

/** How the edge finds out that an origin may get requests. */
export interface HealthCheckOptions {
  /**
   * The path that is asked for, by HTTPS and under the host's own name; it answers without anyone signing in.
   * @default - `/`, and before the guard of an `OriginLock` what the guard answers itself
   */
  readonly path?: string;
  /**
   * The status codes that mean healthy: `200`, `2xx` or `200,204`.
   * @default '200'
   */
  readonly expectedCodes?: string;
  /**
   * Seconds between two checks from one region, 5 to 3600.
   * @default 60
   */
  readonly interval?: number;
  /**
   * Seconds after which an answer is too late, 1 to 10.
   * @default 5
   */
  readonly timeout?: number;
  /**
   * How often a check is repeated at once before an origin counts as unhealthy, 1 to 3.
   * @default 2
   */
  readonly retries?: number;
  /**
   * From where it is checked; at least one region.
   * @default - eastern North America and western Europe
   */
  readonly regions?: CheckRegion[];
}

const DEFAULTS = {
  expectedCodes: '200',
  interval: 60,
  timeout: 5,
  retries: 2,
  regions: [CheckRegion.EASTERN_NORTH_AMERICA, CheckRegion.WESTERN_EUROPE],
};
type Config = Settled<HealthCheckOptions, typeof DEFAULTS & { path: string }>;

/** The one health check of a host: options, problems and the resource. */
export const healthCheck = {
  settle: (options: HealthCheckOptions, path = '/'): Config =>
    withDefaults(options, { ...DEFAULTS, path }),

  problemsIn: (config: Config): Problem[] => [
    ...matches('healthCheck.path', config.path, PROBE_PATH),
    ...matches('healthCheck.expectedCodes', config.expectedCodes, EXPECTED_CODES),
    ...between('healthCheck.interval', config.interval, HEALTH_CHECK_LIMITS.interval),
    ...between('healthCheck.timeout', config.timeout, HEALTH_CHECK_LIMITS.timeout),
    ...between('healthCheck.retries', config.retries, HEALTH_CHECK_LIMITS.retries),
    ...notEmpty('healthCheck.regions', config.regions, 'at least one CheckRegion'),
    ...config.regions.flatMap((region, index) =>
      oneOf(`healthCheck.regions.${index}`, region, Object.values(CheckRegion)),
    ),
  ],

  make: (scope: Construct, zone: ICisZone, host: string, config: Config): CisHealthcheck =>
    new CisHealthcheck(scope, 'HealthCheck', terraformOf(zone, host, config)),
};

const terraformOf = (zone: ICisZone, host: string, config: Config): CisHealthcheckConfig => ({
  cisId: zone.crn,
  // trap internet-services/health-check-description-defaults-to-a-space
  description: `Health of ${host}`,
  type: 'https',
  // trap internet-services/health-check-unset-port-is-not-sent
  port: 443,
  method: 'GET',
  path: config.path,
  expectedCodes: config.expectedCodes,
  interval: config.interval,
  timeout: config.timeout,
  retries: config.retries,
  // trap internet-services/health-check-false-is-never-sent: neither was ever true.
  allowInsecure: false,
  followRedirects: false,
  // without it the origin would be asked under a name that it does not know.
  headers: [{ header: 'Host', values: [host] }],
  lifecycle: { replaceTriggeredBy: [onZone.replacement(zone)] },
});
