import { NameRule } from './names';

/**
 * What an instance of Secrets Manager costs and for how long it is there.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-create-instance
 */
export enum SecretsManagerPlan {
  /** To stay. */
  STANDARD = 'standard',
  /** One an account, for 30 days: then it is gone, with all that is in it. */
  TRIAL = 'trial',
}

/**
 * By which of its endpoints a service is reached.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-endpoints
 */
export enum EndpointType {
  /** From IBM Cloud's own network only. */
  PRIVATE = 'private',
  /** From the internet. */
  PUBLIC = 'public',
}

/**
 * Names of secrets; letter by letter what the API documents, without its way to take for ever over a long wrong name.
 * @see https://cloud.ibm.com/apidocs/secrets-manager/secrets-manager-v2
 */
export const STORED_SECRET_NAME: NameRule = {
  pattern: /^[A-Za-z0-9_][\w.-]*[A-Za-z0-9]$/,
  most: 256,
  words: 'two or more letters, digits and any of - . _, a letter or digit last',
};

/**
 * Names of secret groups.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-secret-groups
 */
export const SECRET_GROUP_NAME: NameRule = {
  pattern: /^(?=..)[A-Za-z0-9]+(?:(?=[_.-])_*-*\.*[A-Za-z0-9]+)*$/,
  most: 64,
  words: 'two or more letters and digits, with any of - . _ between',
};

/** Ids of secret groups; one of them is there from the beginning. */
export const SECRET_GROUP_ID: NameRule = {
  pattern: /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|default)$/,
  most: 36,
  words: 'a UUID, or default',
};

/** Labels of a secret, by which it is searched. */
export const SECRET_LABEL: NameRule = {
  pattern: /^[^<>,:&|\n]{2,}$/,
  most: 30,
  words: 'two or more characters other than < > , : & |',
};

/** What a secret or a group is for, in words. */
export const SECRET_DESCRIPTION: NameRule = {
  pattern: /^[^]*$/,
  most: 1024,
  words: 'a text',
};

/** Users whose passwords are kept. */
export const SECRET_USERNAME: NameRule = {
  pattern: /^\S+$/,
  most: 64,
  words: 'a text without spaces',
};

/**
 * What a secret of an instance may ask for.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-known-issues-and-limits
 */
export const STORED_SECRET_LIMITS = {
  /** Labels of one secret. */
  labels: 30,
  /** Days from one rotation to the next. */
  rotationDays: { least: 1, most: 365 },
  /** Characters of a password that the service makes. */
  passwordLength: { least: 12, most: 256 },
  /** Seconds for which an API key works. */
  ttl: { least: 60, most: 7776000 },
} as const;
