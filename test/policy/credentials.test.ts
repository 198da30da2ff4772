import { credentialIn, credentialReadBy, isMasked } from '../../lib/policy/credentials';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource } from '../../lib/policy/resource';
import { Unknown } from '../../lib/policy/value';

test.each([
  ['-----BEGIN EC PRIVATE KEY-----\nabc', 'a private key'],
  ['postgres://shop:canary@db.example.com/shop', 'a password in an address'],
  ['eyJhbGciOiJIUzI1.eyJzdWIiOiJjYW5.SflKxwRJSMeK', 'a signed token'],
  [`ghp_${'a1B2'.repeat(9)}`, 'a GitHub token'],
  ['https://hooks.slack.com/services/T0/B0/canary', 'the address of a Slack webhook'],
  [`${'aB3_'.repeat(11)}`, 'an IBM Cloud API key'],
])('%s is seen', (text, what) => {
  expect(credentialIn(text)).toBe(what);
});

test.each([
  'https://example.com/a:b@c',
  'git@github.com:acme/shop.git',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b',
  'rotating-certificate-events-Job-Job-3e2bb4be',
  'crn:v1:bluemix:public:secrets-manager:us-south:a/1:2::',
  '-----BEGIN CERTIFICATE-----',
])('%s is none', (text) => {
  expect(credentialIn(text)).toBeUndefined();
});

test('what an expression fills in is no credential in code', () => {
  expect(credentialIn(new Unknown('https://user:\0@example.com', []))).toBeUndefined();
  expect(credentialIn(new Unknown('a:\0 postgres://a:canary@b', []))).toBeDefined();
  expect(credentialIn(7)).toBeUndefined();
});

test('credentials of other resources are known by their attribute', () => {
  const graph = new Graph(
    blocksOfConfiguration({
      output: {
        key: { value: '${ibm_iam_service_api_key.k.apikey}' },
        name: { value: '${ibm_iam_service_api_key.k.name}' },
        local: { value: '${local.k.name}' },
        text: { value: 'plain' },
      },
    }),
  );
  const at = (name: string) => new Resource(graph.at(`output.${name}`)!, graph);
  expect(credentialReadBy(at('key'), 'value')).toBe('ibm_iam_service_api_key.k.apikey');
  expect(credentialReadBy(at('name'), 'value')).toBeUndefined();
  expect(credentialReadBy(at('text'), 'value')).toBeUndefined();
  expect(() => credentialReadBy(at('local'), 'value')).toThrow(/is known only to Terraform/);
  expect(isMasked('ibm_sm_kv_secret.s.data.key')).toBe(true);
  expect(isMasked('ibm_code_engine_secret.s.data.key')).toBe(false);
});
