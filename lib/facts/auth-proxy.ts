import { NameRule } from './names';

/**
 * What OAuth2 Proxy is told, by the names of its environment variables; lists are texts with commas between.
 * @see https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview
 */
export const PROXY_VARIABLES = {
  upstreams: 'OAUTH2_PROXY_UPSTREAMS',
  emailDomains: 'OAUTH2_PROXY_EMAIL_DOMAINS',
  allowedGroups: 'OAUTH2_PROXY_ALLOWED_GROUPS',
  skippedRoutes: 'OAUTH2_PROXY_SKIP_AUTH_ROUTES',
  issuerUrl: 'OAUTH2_PROXY_OIDC_ISSUER_URL',
} as const;

/** With what all variables of the proxy begin. */
export const PROXY_PREFIX = 'OAUTH2_PROXY_';

/** Where the proxy listens and answers for itself. */
export const PROXY_PORT = 4180;
export const PROXY_PATHS = {
  alive: '/ping',
  ready: '/ready',
  own: '/oauth2',
  signIn: '/oauth2/sign_in',
  callback: '/oauth2/callback',
} as const;

/** Seconds of a session. */
export const SESSION_LIMITS = {
  lifetime: { least: 300, most: 604800 },
  refresh: { least: 60, most: 86400 },
} as const;

/** Paths that are handed to one app: all below. */
export const UPSTREAM_PATH: NameRule = {
  pattern: /^\/([\w-]+(\.[\w-]+)*\/)*$/,
  most: 256,
  words: 'a path with a slash at both ends, as in / or /api/',
};

/**
 * Paths that everybody may read: one, or with a star all below. No segment can be one that leads upwards, so that nothing
 * else is reached by them.
 */
export const OPEN_PATH: NameRule = {
  pattern: /^(\/[\w-]+(\.[\w-]+)*)+(\/\*)?$/,
  most: 256,
  words: 'a path as in /about, or with all below it as in /public/*',
};

/** Groups as tokens name them; a comma would end one where they are listed. */
export const GROUP_NAME: NameRule = {
  pattern: /^[^,\s][^,]*$/,
  most: 256,
  words: 'the name of a group without commas',
};

/** Scopes that a sign-in asks for. */
export const SCOPE: NameRule = {
  pattern: /^[\w.:/-]+$/,
  most: 200,
  words: 'letters, digits and any of _ . : / -',
};
