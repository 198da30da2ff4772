/**
 * From where the edge checks whether an origin is healthy.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-configure-glb
 */
export enum CheckRegion {
  WESTERN_NORTH_AMERICA = 'WNAM',
  EASTERN_NORTH_AMERICA = 'ENAM',
  WESTERN_EUROPE = 'WEU',
  EASTERN_EUROPE = 'EEU',
  NORTHERN_SOUTH_AMERICA = 'NSAM',
  SOUTHERN_SOUTH_AMERICA = 'SSAM',
  OCEANIA = 'OC',
  MIDDLE_EAST = 'ME',
  NORTHERN_AFRICA = 'NAF',
  SOUTHERN_AFRICA = 'SAF',
  SOUTHERN_ASIA = 'SAS',
  SOUTHEAST_ASIA = 'SEAS',
  NORTHEAST_ASIA = 'NEAS',
}

/**
 * What a health check of Internet Services may ask for.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-configure-glb
 */
export const HEALTH_CHECK_LIMITS = {
  /** Seconds: trap internet-services/health-check-interval-below-five-is-refused. */
  interval: { least: 5, most: 3600 },
  /** Seconds. */
  timeout: { least: 1, most: 10 },
  retries: { least: 1, most: 3 },
} as const;

/** Percent of the requests that an origin gets. */
export const ORIGIN_WEIGHT = { least: 0, most: 100 } as const;
