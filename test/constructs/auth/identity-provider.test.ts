import {
  IdentityProvider,
  SamlProviderOptions,
} from '../../../lib/constructs/auth/identity-provider';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { CERTIFICATE, PUBLIC_KEY, tenant } from '../../kit/samples-auth';
import { synthesize } from '../../kit/synth';

const saml = (options: Partial<SamlProviderOptions> = {}) =>
  IdentityProvider.saml({
    entityId: 'urn:example:idp',
    signInUrl: 'https://login.example.com/saml',
    certificates: [CERTIFICATE],
    ...options,
  });
const rendered = (provider: IdentityProvider) =>
  synthesize((stack) => tenant(stack, { identityProviders: [provider] }));

test('a SAML provider renders its defaults: signed and encrypted', () => {
  expect(rendered(saml()).only('ibm_appid_idp_saml')).toMatchObject({
    is_active: true,
    config: {
      entity_id: 'urn:example:idp',
      sign_in_url: 'https://login.example.com/saml',
      certificates: [CERTIFICATE],
      display_name: 'urn:example:idp',
      sign_request: true,
      encrypt_response: true,
      include_scoping: false,
    },
    lifecycle: { prevent_destroy: true },
  });
});

test('a SAML provider renders every prop', () => {
  const provider = saml({
    displayName: 'Staff',
    signRequests: false,
    encryptedAnswers: false,
    waivers: { plainMessages: waiver() },
  });
  expect(rendered(provider).only('ibm_appid_idp_saml')).toMatchObject({
    config: { display_name: 'Staff', sign_request: false, encrypt_response: false },
    waivers: [recorded('auth/saml-signed')],
  });
});

test('a provider of your own renders the key by which its tokens are checked', () => {
  expect(rendered(IdentityProvider.custom(PUBLIC_KEY)).only('ibm_appid_idp_custom')).toMatchObject({
    is_active: true,
    public_key: PUBLIC_KEY,
    lifecycle: { prevent_destroy: true },
  });
});

test.each<[string, Partial<SamlProviderOptions>]>([
  ['entityId', { entityId: undefined }],
  ['entityId', { entityId: 'a b' }],
  ['signInUrl', { signInUrl: 'http://login.example.com' }],
  ['certificates', { certificates: [] }],
  ['certificates', { certificates: [CERTIFICATE, CERTIFICATE, CERTIFICATE] }],
  ['certificates.0', { certificates: ['MIIB'] }],
  ['signRequests', { signRequests: false }],
  ['encryptedAnswers', { encryptedAnswers: false }],
  ['waivers.plainMessages', { waivers: { plainMessages: waiver() } }],
])('a SAML provider is refused for its %s when it is %j', (prop, options) => {
  expect(refusalOf(() => saml(options))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a private key in the place of a public one is refused and never shown', () => {
  const key = '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n';
  const [problem] = refusalOf(() => IdentityProvider.custom(key));
  expect(problem).toMatch(/^publicKey: got another text, expected a text that begins with/);
  expect(problem).not.toContain('canary');
  expect(refusalOf(() => IdentityProvider.custom(undefined as unknown as string))).toHaveLength(1);
});
