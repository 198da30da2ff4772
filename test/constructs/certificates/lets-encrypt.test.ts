import { App, TerraformStack } from 'cdktf';
import { CertificateSource } from '../../../lib/constructs/certificates/certificate-source';
import {
  ExistingIssuerOptions,
  LetsEncrypt,
  LetsEncryptProps,
} from '../../../lib/constructs/certificates/lets-encrypt';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, CIS_CRN, RESOURCE_GROUP_ID } from '../../kit/samples';
import { issuer } from '../../kit/samples-certificates';
import { STORE_ID, store, value } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const AUTHORITY = 'ibm_sm_public_certificate_configuration_ca_lets_encrypt';
const DNS = 'ibm_sm_public_certificate_configuration_dns_cis';
const AUTHORIZATION = 'ibm_iam_authorization_policy';
const PLACE = { instance_id: STORE_ID, region: 'eu-de', endpoint_type: 'private' };

test('an issuer renders both configurations, and no API key', () => {
  const synthesized = synthesize((stack) => issuer(stack));
  expect(synthesized.only(AUTHORITY)).toEqual({
    ...PLACE,
    name: 'test-issuer-lets-encrypt',
    lets_encrypt_environment: 'production',
    lets_encrypt_private_key: '${var.account_key}',
  });
  expect(synthesized.only(DNS)).toEqual({
    ...PLACE,
    name: 'test-issuer-cis',
    cloud_internet_services_crn: CIS_CRN,
    depends_on: [expect.stringMatching(/^terraform_data\.store_Dns-[0-9a-f]{8}_Wait_/)],
  });
  expect(synthesized.only(AUTHORIZATION)).toMatchObject({
    source_service_name: 'secrets-manager',
    source_resource_instance_id: STORE_ID,
    target_service_name: 'internet-svcs',
    target_resource_instance_id: '01234567-89ab-cdef-0123-456789abcdef',
    roles: ['Manager'],
  });
});

test('an issuer renders every prop; a store that has the leave gets none', () => {
  const synthesized = synthesize((stack) =>
    issuer(stack, { configurationName: 'acme', writesDnsRecords: true }),
  );
  expect(synthesized.only(AUTHORITY).name).toBe('acme-lets-encrypt');
  expect(synthesized.only(DNS)).toMatchObject({ name: 'acme-cis' });
  expect(synthesized.only(DNS).depends_on ?? []).toEqual([]);
  expect(synthesized.types).not.toContain(AUTHORIZATION);
});

test('a store is let write into an instance once, and a new zone is waited for', () => {
  const synthesized = synthesize((stack) => {
    const secrets = store(stack);
    const domain = new CisZone(stack, 'zone', {
      domain: 'example.com',
      plan: CisPlan.TRIAL,
      resourceGroupId: RESOURCE_GROUP_ID,
    });
    const accountKey = value(stack);
    for (const id of ['one', 'two']) {
      new LetsEncrypt(stack, id, { store: secrets, zone: domain, accountKey });
    }
  });
  expect(synthesized.only(AUTHORIZATION).roles).toEqual(['Manager']);
  for (const dns of Object.values(synthesized.json.resource[DNS]) as { depends_on: string[] }[]) {
    expect(dns.depends_on).toContainEqual(expect.stringMatching(/^ibm_cis_domain\./));
  }
});

test('the leave of a store of another stack cannot be named', () => {
  const app = new App();
  const [one, two] = ['one', 'two'].map((id) => new TerraformStack(app, id));
  issuer(two, { store: store(one) });
  const written = JSON.stringify([one, two].map((it) => it.toTerraform()));
  expect(written).not.toMatch(/"depends_on":\["terraform_data/);
});

test.each<[string, Partial<LetsEncryptProps>]>([
  ['zone', { zone: {} as LetsEncryptProps['zone'] }],
  ['store', { store: {} as LetsEncryptProps['store'] }],
  ['accountKey', { accountKey: undefined }],
  ['configurationName', { configurationName: 'a/b' }],
  ['configurationName', { configurationName: 'a'.repeat(241) }],
])('an issuer is refused for its %s', (prop, props) => {
  expect(refusalOf(() => issuer(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a literal in place of the account key is refused and not shown', () => {
  const define = () => issuer(newStack(), { accountKey: CANARY as unknown as SecretValue });
  expect(refusalOf(define)).toEqual(['accountKey: got another string, expected a SecretValue']);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('an issuer hands out its configurations as their resources know them', () => {
  const handedOut = renderedValues((stack) => {
    const { authorityName, dnsName, domain } = issuer(stack);
    return { authorityName, dnsName, domain };
  });
  expect(handedOut).toEqual({
    authorityName: expect.stringMatching(new RegExp(`^\\$\\{${AUTHORITY}\\.\\w+\\.name\\}$`)),
    dnsName: expect.stringMatching(new RegExp(`^\\$\\{${DNS}\\.\\w+\\.name\\}$`)),
    domain: 'example.com',
  });
});

const existing = (stack: TerraformStack, options: Partial<ExistingIssuerOptions> = {}) =>
  LetsEncrypt.fromConfigurationNames(stack, 'issuer', {
    store: store(stack),
    authorityName: 'authority',
    dnsName: 'dns',
    ...options,
  });

test('configurations that exist are known by their names', () => {
  const stack = newStack();
  expect(existing(stack)).toMatchObject({ authorityName: 'authority', dnsName: 'dns' });
  expect(() => CertificateSource.ordered(existing(newStack()))).not.toThrow();
});

test.each<[string, Partial<ExistingIssuerOptions>]>([
  ['store', { store: undefined }],
  ['authorityName', { authorityName: undefined }],
  ['authorityName', { authorityName: 'a/b' }],
  ['dnsName', { dnsName: undefined }],
  ['dnsName', { dnsName: '' }],
  ['domain', { domain: 'Example' }],
])('configurations that exist are refused for their %s when it is %j', (prop, options) => {
  expect(refusalOf(() => existing(newStack(), options))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});
