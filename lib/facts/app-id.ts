import { NameRule } from './names';

/**
 * Where App ID finds out who somebody is, as its tokens name it.
 * @see https://cloud.ibm.com/docs/appid?topic=appid-customizing-tokens
 */
export enum ClaimSource {
  /** The directory of the tenant itself. */
  CLOUD_DIRECTORY = 'cloud_directory',
  /** The SAML provider of the tenant. */
  SAML = 'saml',
  /** The provider of your own, by tokens that it signs. */
  CUSTOM = 'appid_custom',
  /** What the tenant keeps of each user. */
  ATTRIBUTES = 'attributes',
  /** The roles that the tenant gives to a user. */
  ROLES = 'roles',
}

/**
 * Seconds and numbers that a tenant may be told.
 * @see https://cloud.ibm.com/docs/appid?topic=appid-customizing-tokens
 * @see https://cloud.ibm.com/docs/appid?topic=appid-cd-strength
 */
export const APP_ID_LIMITS = {
  /** Seconds. */
  accessTokenLifetime: { least: 300, most: 86400 },
  /** Seconds. */
  refreshTokenLifetime: { least: 86400, most: 7776000 },
  /** Wrong passwords in a row. */
  attempts: { least: 1, most: 10 },
  /** Seconds. */
  lockout: { least: 60, most: 86400 },
  /** Passwords. */
  remembered: { least: 1, most: 10 },
  /** Days. */
  expiresAfterDays: { least: 1, most: 90 },
  /** Hours. */
  hoursBetweenChanges: { least: 0, most: 720 },
  /** Characters of a password. */
  minLength: { least: 8, most: 64 },
  /** Certificates of a SAML provider. */
  certificates: 2,
} as const;

/** Seconds that an anonymous token would live; it is rendered although there are none. */
export const ANONYMOUS_TOKEN_SECONDS = 2592000;

/** Names of applications of a tenant. */
export const APPLICATION_NAME: NameRule = {
  pattern: /^[\w .:-]+$/,
  most: 50,
  words: 'letters, digits, spaces and any of _ . : -',
};

/** Names of roles and scopes; a comma would end one where they are listed. */
export const ROLE_NAME: NameRule = {
  pattern: /^[A-Za-z][\w.:-]*$/,
  most: 20,
  words: 'letters, digits and any of _ . : -, a letter first',
};

/** Where a sign-in may end: one exact address. */
export const REDIRECT_URL: NameRule = {
  pattern: /^https:\/\/(?!localhost\b|127\.)[a-z0-9.-]+(:\d{1,5})?\/[\w\-./~%]*$/,
  most: 2048,
  words: 'one exact address with https and a path, as in https://shop.example.com/oauth2/callback',
};

/** Claims of tokens. */
export const CLAIM_NAME: NameRule = {
  pattern: /^[A-Za-z][\w:/.-]*$/,
  most: 100,
  words: 'letters, digits and any of _ : / . -, a letter first',
};

/** Addresses that are reached by HTTPS. */
export const HTTPS_ADDRESS: NameRule = {
  pattern: /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/[\w\-./~%]*)?$/,
  most: 2048,
  words: 'an address with https, as in https://login.example.com/saml',
};

/** The names by which SAML providers know each other. */
export const ENTITY_ID: NameRule = {
  pattern: /^\S+$/,
  most: 1024,
  words: 'the entity id of the provider, as its metadata has it',
};
