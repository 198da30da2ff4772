import { NameRule } from './names';

/**
 * The pages that visitors may see in place of what they asked for.
 *
 * Some have to hold a token somewhere, as in `::CAPTCHA_BOX::`; a page without it is not taken.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-custom-page
 */
export enum ErrorPage {
  /** A challenge for visitors of ill repute; with `::CAPTCHA_BOX::`. */
  BASIC_CHALLENGE = 'basic_challenge',
  /** A challenge of the firewall; with `::CAPTCHA_BOX::`. */
  WAF_CHALLENGE = 'waf_challenge',
  /** A request that the firewall blocked. */
  WAF_BLOCK = 'waf_block',
  /** A request too many. */
  RATE_LIMIT_BLOCK = 'ratelimit_block',
  /** A challenge for visitors of a country; with `::CAPTCHA_BOX::`. */
  COUNTRY_CHALLENGE = 'country_challenge',
  /** An address or a country that is blocked. */
  IP_BLOCK = 'ip_block',
  /** The page while the zone defends itself; with `::IM_UNDER_ATTACK_BOX::`. */
  UNDER_ATTACK = 'under_attack',
  /** An origin that does not answer; with `::CLOUDFLARE_ERROR_500S_BOX::`. */
  SERVER_ERRORS = '500_errors',
  /** A host that the edge cannot serve; with `::CLOUDFLARE_ERROR_1000S_BOX::`. */
  EDGE_ERRORS = '1000_errors',
  /** What is shown of an origin that is down; with `::ALWAYS_ONLINE_NO_COPY_BOX::`. */
  ALWAYS_ONLINE = 'always_online',
}

/** Where Internet Services reads a page, once, when it is set. */
export const PAGE_URL: NameRule = {
  pattern:
    /^https:\/\/([a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?\.)+[a-zA-Z0-9-]+(:\d{1,5})?(\/[^\s\\]*)?$/,
  most: 2048,
  words: 'an address of https:// that anyone can read, as in https://www.example.com/blocked.html',
};
