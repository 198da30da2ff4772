import { NameRule } from './names';

/**
 * Tags that people attach to resources, as the service stores them: trap tags/slash-and-non-ascii-are-refused,
 * trap tags/upper-case-tags-are-stored-in-lower-case.
 * @see https://cloud.ibm.com/docs/account?topic=account-tag
 */
export const TAG: NameRule = {
  pattern: /^[a-z0-9:_.-]([a-z0-9:_ .-]*[a-z0-9:_.-])?$/,
  most: 128,
  words: 'lower case letters, digits, spaces inside and any of : _ . -',
};
