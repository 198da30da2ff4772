/* eslint-disable no-useless-escape -- letter by letter the patterns of the provider. */

import { NameRule } from './names';

/**
 * The destination that every project is born with: it allows all.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-outbound-allow-list
 */
export const ALLOW_ALL = 'allow-all';

/** The shortest mask that needs no waiver: no private range is wider than 10.0.0.0/8. */
export const WIDEST_MASK = 8;

/** A range of IPv4 addresses with its mask. */
export const IPV4_RANGE: NameRule = {
  pattern:
    /^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\/(3[0-2]|[1-2][0-9]|[0-9]))$/,
  most: 18,
  words: 'an IPv4 range with its mask, as in 10.0.0.0/8',
};

/**
 * The cloud resource name of a private path service gateway.
 * @see https://cloud.ibm.com/docs/vpc?topic=vpc-private-path-service-intro
 */
export const PRIVATE_PATH_CRN: NameRule = {
  pattern:
    /^crn\:v1\:[a-zA-Z0-9]*\:(public|dedicated|local)\:is\:([a-z][\-a-z0-9_]*[a-z0-9])?\:((a|o|s)\/[\-a-z0-9]+)?\:\:private-path-service-gateway\:[\-a-zA-Z0-9\/.]*$/,
  most: 253,
  words: 'the CRN of a private path service gateway',
};
