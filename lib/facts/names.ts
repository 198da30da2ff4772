/* eslint-disable no-useless-escape, no-control-regex -- letter by letter the patterns of the provider. */

/** What a name may look like, and the words that say so. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly most: number;
  readonly words: string;
}

/**
 * Names of apps and functions; whatever they allow, jobs and builds allow too.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads
 */
export const WORKLOAD_NAME: NameRule = {
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  most: 63,
  words: 'lower case letters, digits and hyphens, a letter first',
};

/**
 * Names of secrets and config maps.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret
 */
export const SECRET_NAME: NameRule = {
  pattern: /^[a-z0-9]([\-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([\-a-z0-9]*[a-z0-9])?)*$/,
  most: 253,
  words: 'lower case letters, digits, hyphens and dots, a letter or digit first',
};

/**
 * Names of projects.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project
 */
export const PROJECT_NAME: NameRule = {
  pattern: /^([^\x00-\x7F]|[a-zA-Z0-9\-._: ])+$/,
  most: 128,
  words: 'letters, digits, spaces and any of - . _ :',
};

/** Names of environment variables. */
export const ENVIRONMENT_NAME: NameRule = {
  pattern: /^[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  most: 253,
  words: 'letters, digits and any of - . _, no digit first',
};

/** Keys inside a secret or a config map. */
export const DATA_KEY: NameRule = {
  pattern: /^[-._a-zA-Z0-9]+$/,
  most: 253,
  words: 'letters, digits and any of - . _',
};

/** The registry and path of an image, without tag and digest. */
export const IMAGE_REPOSITORY: NameRule = {
  pattern: /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/,
  most: 184,
  words: 'a registry host and a path in lower case, as in private.us.icr.io/shop/web',
};

/** The digest that pins an image. */
export const IMAGE_DIGEST: NameRule = {
  pattern: /^sha256:[a-f0-9]{64}$/,
  most: 71,
  words: 'sha256: and 64 hexadecimal digits',
};

/** The tag of an image. */
export const IMAGE_TAG: NameRule = {
  pattern: /^\w[\w.-]*$/,
  most: 128,
  words: 'letters, digits and any of - . _, a letter, digit or underscore first',
};

/**
 * The indices of the instances of a job run.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-job-plan
 */
export const ARRAY_INDICES: NameRule = {
  pattern: /^(0|[1-9]\d{0,6})(-(0|[1-9]\d{0,6}))?(,(0|[1-9]\d{0,6})(-(0|[1-9]\d{0,6}))?)*$/,
  most: 253,
  words: 'indices and ranges with commas between, as in 0-4,9',
};

/** Folders of a container into which files are mounted. */
export const MOUNT_PATH: NameRule = {
  pattern: /^(\/[^/\0\s]+)+$/,
  most: 256,
  words: 'the whole path of a folder, as in /etc/tls',
};

/** What a function is called by inside its code. */
export const IDENTIFIER: NameRule = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  most: 63,
  words: 'letters, digits and underscores, no digit first',
};

/** The path that an HTTP probe asks for. */
export const PROBE_PATH: NameRule = {
  pattern: /^\/\S*$/,
  most: 2048,
  words: 'a path that begins with a slash',
};

/** Ids of resource groups. */
export const RESOURCE_GROUP_ID: NameRule = {
  pattern: /^[a-z0-9]{32}$/,
  most: 32,
  words: '32 lower case letters and digits',
};
