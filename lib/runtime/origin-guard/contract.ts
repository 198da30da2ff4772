/** What the guard of an origin and whoever deploys it agree on: names and numbers. */

/** The variables that configure the guard; the README beside this file explains each. */
export const GUARD_VARIABLES = {
  /** The name of the header by which the edge shows who it is. */
  headerName: 'ORIGIN_GUARD_HEADER',
  /** What the edge sends in it. */
  value: 'ORIGIN_GUARD_VALUE',
  /** What the edge sent before, while it goes over to another value. */
  previousValue: 'ORIGIN_GUARD_PREVIOUS_VALUE',
  /** The address of the app inside the project. */
  upstream: 'ORIGIN_GUARD_UPSTREAM',
  /** The path that the guard answers itself. */
  healthPath: 'ORIGIN_GUARD_HEALTH_PATH',
  /** The path of the app that it asks then, if any. */
  appHealthPath: 'ORIGIN_GUARD_APP_HEALTH_PATH',
  /** Seconds that the app has for the beginning of an answer, and for each pause in it. */
  timeout: 'ORIGIN_GUARD_TIMEOUT_SECONDS',
  /** Seconds in which open requests may end once the guard is told to. */
  grace: 'ORIGIN_GUARD_GRACE_SECONDS',
  /** Read by nobody: it changes with the values, and with it Code Engine starts instances that know them. */
  generation: 'ORIGIN_GUARD_GENERATION',
  /** Set by Code Engine. */
  port: 'PORT',
} as const;

/** What holds where a variable is not set. */
export const GUARD_DEFAULTS = {
  headerName: 'X-Origin-Lock',
  healthPath: '/ping',
  timeoutSeconds: 60,
  graceSeconds: 20,
  port: 8080,
} as const;

/** Behind the health path: tells of the guard, whatever becomes of the app. */
export const GUARD_ALONE = '?guard';

/** How long a value has to be, and may be. */
export const LOCK_VALUE = { least: 32, most: 512 } as const;

/** The largest head of a request. */
export const MOST_HEADER_BYTES = 32 * 1024;

/** The largest text that the guard may be. */
export const MOST_GUARD_BYTES = 40 * 1024;

/** How the guard ends. */
export const GUARD_EXIT_CODES = {
  /** It was told to, and its open requests have ended or ran out of time. */
  fine: 0,
  /** Its environment is wrong. */
  configuration: 20,
  /** It cannot listen on its port. */
  port: 21,
  /** The guard itself is wrong. */
  bug: 70,
} as const;
