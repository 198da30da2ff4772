/** What the rotator and whoever deploys it agree on: names, shapes, numbers. */

/** The variables that configure the rotator; the README beside this file explains each. */
export const VARIABLES = {
  /** JSON: a list of `RotationTask`. */
  tasks: 'ROTATION_CERTIFICATES',
  /** The trusted profile by its id; it, or its name, has to be there. */
  profileId: 'ROTATION_PROFILE_ID',
  profileName: 'ROTATION_PROFILE_NAME',
  /** Base URLs between commas, tried from the first on: the private one belongs there. */
  secretsManagerUrls: 'ROTATION_SECRETS_MANAGER_URLS',
  iamUrls: 'ROTATION_IAM_URLS',
  codeEngineUrls: 'ROTATION_CODE_ENGINE_URLS',
  /** After so many seconds the rotator ends by itself; below the limit of the job. */
  deadline: 'ROTATION_DEADLINE_SECONDS',
  /** Seconds for one call. */
  callTimeout: 'ROTATION_CALL_TIMEOUT_SECONDS',
  /** How often a call is made before its service counts as unreachable. */
  attempts: 'ROTATION_ATTEMPTS',
  /** The longest first pause before a call is made again; it doubles from call to call. */
  backoff: 'ROTATION_BACKOFF_MILLISECONDS',
  /** How far the clocks here and at the issuer may differ. */
  clockSkew: 'ROTATION_CLOCK_SKEW_SECONDS',
  tokenFile: 'ROTATION_TOKEN_FILE',
  /** A PEM file with roots to trust besides those that Node brings. */
  rootsFile: 'ROTATION_ROOTS_FILE',
} as const;

/** Variables that Code Engine and Event Notifications set by themselves. */
export const GIVEN_VARIABLES = {
  codeEngineUrl: 'CE_API_BASE_URL',
  projectId: 'CE_PROJECT_ID',
  jobRun: 'CE_JOBRUN',
  notice: 'ibmendata',
} as const;

/** One certificate to carry: from a secret of Secrets Manager to a TLS secret of the project. */
export interface RotationTask {
  /** The secret in Secrets Manager: its UUID, or its CRN. */
  readonly id: string;
  /** The TLS secret in the project of the job. */
  readonly tlsSecret: string;
  /** The hosts that the certificate has to cover; those mapped with the TLS secret are added. */
  readonly hosts: readonly string[];
}

/** What holds where a variable is not set. */
export const ROTATION_DEFAULTS = {
  iamUrls: 'https://private.iam.cloud.ibm.com',
  tokenFile: '/var/run/secrets/codeengine.cloud.ibm.com/compute-resource-token/token',
  deadlineSeconds: 600,
  callTimeoutSeconds: 20,
  attempts: 5,
  backoffMilliseconds: 500,
  clockSkewSeconds: 300,
} as const;

/** Seconds that the limit of the job has to lie above the deadline of the rotator. */
export const DEADLINE_MARGIN_SECONDS = 30;

/** The largest text that the rotator may be. */
export const MOST_MODULE_BYTES = 60 * 1024;

/** How a run ends. */
export const EXIT_CODES = {
  /** Every TLS secret holds what Secrets Manager holds. */
  fine: 0,
  /** The environment of the job is wrong. */
  configuration: 20,
  /** IAM gave no token for the job. */
  identityRefused: 21,
  identityUnreachable: 22,
  /** Secrets Manager does not hand out the secret. */
  sourceRefused: 23,
  sourceUnreachable: 24,
  /** The certificate in Secrets Manager fails a check. */
  sourceUnfit: 25,
  /** What is served is newer than what Secrets Manager holds. */
  sourceOlder: 26,
  /** Code Engine does not let the TLS secret be read or written. */
  targetRefused: 27,
  targetUnreachable: 28,
  /** Others kept changing the TLS secret. */
  targetConflict: 29,
  /** The TLS secret is right, a domain mapping that uses it failed. */
  mappingFailed: 30,
  /** The time was up. */
  deadline: 31,
  /** The rotator itself is wrong. */
  bug: 70,
} as const;

export type FailureKind = Exclude<keyof typeof EXIT_CODES, 'fine' | 'bug'>;
