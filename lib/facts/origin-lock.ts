import { NameRule } from './names';

/**
 * Seconds that a new revision of a small app gets to serve before it is looked whether it does.
 *
 * An update of an app is done for the API as soon as it is written down; the image is pulled and started behind that.
 */
export const ROLLOUT_SECONDS = 60;

/** Names of headers that mean nothing to anybody else. */
export const LOCK_HEADER: NameRule = {
  pattern:
    /^(?!(host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|cookie|authorization|x-forwarded-.*|forwarded|sec-.*|cf-.*)$)[a-z][a-z0-9-]*$/i,
  most: 100,
  words: 'letters, digits and hyphens, a letter first, and a name that no other header has',
};

/** What the edge may send in it, as an expression of Terraform takes it. */
export const LOCK_VALUE_PATTERN = '^[!-~]{32,512}$';

/** Paths that a guard answers itself. */
export const GUARD_PATH: NameRule = {
  pattern: /^\/[\w./~-]*$/,
  most: 256,
  words: 'a path of letters, digits and any of _ . / ~ -',
};

/** The variable of an app by which it is known as a guard. */
export const GUARD_VALUE_VARIABLE = 'ORIGIN_GUARD_VALUE';

/** With what all variables of a guard begin. */
export const GUARD_PREFIX = 'ORIGIN_GUARD_';
