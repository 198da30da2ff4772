/** A closed range of whole numbers. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * What one application may ask for.
 *
 * Where the provider loses a 0 and the service would put its own default for it, the range begins at 1:
 * trap code-engine/app-zero-instances-never-converge, trap code-engine/app-zero-is-dropped-on-create,
 * trap code-engine/app-zero-is-sent-as-null-on-update.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits
 */
export const APP_LIMITS = {
  port: { least: 1, most: 65535 },
  minInstances: { least: 0, most: 250 },
  maxInstances: { least: 1, most: 250 },
  initialInstances: { least: 1, most: 250 },
  concurrency: { least: 1, most: 1000 },
  /** Seconds. */
  requestTimeout: { least: 1, most: 600 },
  /** Seconds. */
  scaleDownDelay: { least: 0, most: 3600 },
} as const;

/**
 * What any container may ask for, of an app or of a job.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits
 */
export const CONTAINER_LIMITS = {
  /** Numeric user id; 0 is root. */
  runAsUser: { least: 0, most: 2147483647 },
  /** Environment variables, mounts, words of a command and arguments: so many of each. */
  entries: 100,
} as const;

/**
 * What one job may ask for; a 0 would be lost on the way, so a task has at least 1 of each:
 * trap code-engine/job-zero-is-dropped-on-create, trap code-engine/job-zero-is-sent-as-null-on-update,
 * trap code-engine/job-zero-limits-never-converge.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits
 */
export const JOB_LIMITS = {
  /** Seconds. */
  maxExecutionTime: { least: 1, most: 86400 },
  retryLimit: { least: 1, most: 5 },
} as const;

/**
 * What one function may ask for; a delay of 0 would be lost on the way: trap code-engine/function-zero-is-dropped-on-create,
 * trap code-engine/function-zero-is-sent-as-null-on-update, trap code-engine/function-zero-scale-down-delay-never-converges.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits
 */
export const FUNCTION_LIMITS = {
  concurrency: { least: 1, most: 100 },
  /** Seconds. */
  maxExecutionTime: { least: 1, most: 120 },
  /** Seconds. */
  scaleDownDelay: { least: 1, most: 600 },
  /** Bytes of code that is part of the configuration, once it is encoded. */
  inlineBytes: { least: 1, most: 102400 },
} as const;

/**
 * Ports that Code Engine keeps for itself.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-deploy-app
 */
export const RESERVED_PORTS = [8008, 8012, 8022, 9090, 9091, 15090] as const;

/**
 * What one project may hold.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits
 */
export const PROJECT_LIMITS = {
  apps: 40,
  jobs: 100,
  functions: 20,
  builds: 100,
  secrets: 100,
  configMaps: 100,
  domainMappings: 80,
  /** Instances of apps and jobs that are active at once. */
  instances: 250,
  /** Virtual CPUs in use at once. */
  cpu: 128,
  /** Gigabytes of memory in use at once. */
  memory: 512,
} as const;

/**
 * What a probe may ask for; 0 is left out because the provider sends it for whatever is not said.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-app-probes
 */
export const PROBE_LIMITS = {
  /** Seconds. */
  initialDelay: { least: 1, most: 10 },
  /** Seconds. */
  interval: { least: 1, most: 60 },
  /** Seconds. */
  timeout: { least: 1, most: 3600 },
  failureThreshold: { least: 1, most: 10 },
} as const;

/**
 * What a namespace of Container Registry may be told to keep; 0 and less mean something else, or nothing.
 * @see https://cloud.ibm.com/docs/Registry?topic=Registry-registry_retention
 */
export const REGISTRY_LIMITS = {
  imagesPerRepository: { least: 1, most: 10000 },
} as const;

/** How often the API keys of one identity can be replaced. */
export const KEY_GENERATION = { least: 1, most: 1000000 } as const;

/**
 * What one build may ask for.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-limits
 */
export const BUILD_LIMITS = {
  /** Seconds. */
  timeout: { least: 1, most: 3600 },
} as const;
