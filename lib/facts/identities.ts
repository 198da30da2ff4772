import { NameRule } from './names';

/**
 * How a claim of a sign-in is compared with the value of a rule.
 *
 * Two of IAM's comparators let in whoever is not named, and one wants a list that the provider cannot send; none of
 * them is here.
 * @see https://cloud.ibm.com/docs/account?topic=account-iam-condition-properties
 */
export enum ClaimOperator {
  /** The claim is the value. */
  EQUALS = 'EQUALS',
  /** The claim is the value, in upper or lower case. */
  EQUALS_IGNORE_CASE = 'EQUALS_IGNORE_CASE',
  /** The claim is a list with the value in it; of a claim that is one text, any part can be the value. */
  CONTAINS = 'CONTAINS',
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * People as IAM knows them.
 * @see https://cloud.ibm.com/docs/account?topic=account-iamuserinv
 */
export const IBM_ID: NameRule = {
  pattern: /^[^\s@"']+@[^\s@"'.]+(\.[^\s@"'.]+)+$/,
  most: 254,
  words: 'an IBMid, which is an e-mail address',
};

/** Ids of service IDs, without the prefix of their IAM ids. */
export const SERVICE_ID: NameRule = {
  pattern: new RegExp(`^ServiceId-${UUID}$`),
  most: 46,
  words: 'ServiceId- and a UUID',
};

/** Ids of trusted profiles, without the prefix of their IAM ids. */
export const TRUSTED_PROFILE_ID: NameRule = {
  pattern: new RegExp(`^Profile-${UUID}$`),
  most: 44,
  words: 'Profile- and a UUID',
};

/** Ids of access groups. */
export const ACCESS_GROUP_ID: NameRule = {
  pattern: new RegExp(`^AccessGroupId-${UUID}$`),
  most: 50,
  words: 'AccessGroupId- and a UUID',
};

/** Claims, and the realms of identity providers: an URL mostly. */
export const CLAIM: NameRule = {
  pattern: /^[^\s"]+$/,
  most: 2048,
  words: 'a text without spaces and quotes',
};

/** What a claim is compared with; trap iam/dynamic-rule-values-are-quoted-by-the-provider: never with quotes of its own. */
export const CLAIM_VALUE: NameRule = {
  pattern: /^[^\s"](?:[^"\n]*[^\s"])?$/,
  most: 2048,
  words: 'the plain value, without quotes',
};

/** Hours after a sign-in for which a rule lets somebody in. */
export const RULE_HOURS = { least: 1, most: 24 } as const;
