import { redirectsToTheDomain } from '../../../../lib/policy/rules/auth/redirects-to-the-domain';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const url = 'https://web.abc.us-south.codeengine.appdomain.cloud/callback';
const mapped = (urls: string[]) =>
  world({ ibm_appid_redirect_urls: { it: { urls } }, ibm_code_engine_domain_mapping: { m: {} } });

testRule(redirectsToTheDomain, {
  holds: [{ urls: [url] }, mapped(['https://shop.example.com/callback'])],
  breaks: [mapped([url])],
  unknown: [{ urls: UNKNOWN }],
  saysNothing: 'holds',
});
