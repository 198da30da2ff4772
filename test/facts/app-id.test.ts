import * as facts from '../../lib/facts/app-id';
import { testNameRules } from '../kit/name-rules';
import { readProvider } from '../../tools/provider-data';

const { resources } = readProvider();

testNameRules(facts, [
  ['REDIRECT_URL', 'https://shop.example.com/oauth2/callback', 'https://*.example.com/x'],
  ['REDIRECT_URL', 'https://shop.example.com:8443/', 'http://shop.example.com/x'],
  ['REDIRECT_URL', 'https://shop.example.com/a', 'https://localhost/x'],
  ['REDIRECT_URL', 'https://shop.example.com/a', 'https://shop.example.com/a?b=c'],
  ['APPLICATION_NAME', 'The shop', 'a\nb'],
  ['ROLE_NAME', 'orders.read', 'a,b'],
  ['CLAIM_NAME', 'groups', 'a b'],
  ['HTTPS_ADDRESS', 'https://login.example.com/saml', 'http://login.example.com'],
  ['ENTITY_ID', 'urn:example:idp', 'a b'],
]);

test('sources of claims are words that the provider takes', () => {
  const { allowed } =
    resources.ibm_appid_token_config.facts.attributes['access_token_claim.source'];
  expect(allowed).toEqual(expect.arrayContaining(Object.values(facts.ClaimSource)));
});

test('the life of an anonymous token is what the provider would send', () => {
  const { attributes } = resources.ibm_appid_token_config.facts;
  expect(attributes.anonymous_token_expires_in.default).toBe(facts.ANONYMOUS_TOKEN_SECONDS);
});

test('names of applications are as long as the provider takes them', () => {
  const { maxLength } = resources.ibm_appid_application.facts.attributes.name;
  expect(facts.APPLICATION_NAME.most).toBe(maxLength);
});
