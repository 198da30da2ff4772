import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { edgeCertificates } from '../../../lib/constructs/edge/edge-certificates';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { EdgeCertificateAuthority } from '../../../lib/facts/tls';
import { newStack, synthesize } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;
const zoneId = '0123456789abcdef0123456789abcdef';
const { LETS_ENCRYPT, GOOGLE } = EdgeCertificateAuthority;
const ORDER = { certificateAuthority: LETS_ENCRYPT, certificateDays: 90 };

const zone = (stack: TerraformStack, domain = 'example.com') =>
  CisZone.fromAttributes(stack, 'zone', { crn, zoneId, domain, plan: CisPlan.TRIAL });
const ordered = (...hosts: string[]) =>
  synthesize((stack) => void edgeCertificates.order(stack, zone(stack), hosts, ORDER));
const problems = (host: string, domain?: string) =>
  edgeCertificates.problemsInHost('host', zone(newStack(), domain), host);

test('the domain and what is one label below it need no certificate of their own', () => {
  const { types } = ordered('example.com', 'www.example.com', '*.example.com');
  expect(types).toEqual(['terraform_data']);
});

test('a deeper host has one, which names the domain too and is ordered anew with each change', () => {
  const { only } = ordered('www.example.com', 'api.eu.example.com');
  expect(only('ibm_cis_advanced_certificate_pack_order')).toEqual({
    cis_id: crn,
    domain_id: zoneId,
    type: 'advanced',
    hosts: ['example.com', 'api.eu.example.com'],
    certificate_authority: 'lets_encrypt',
    validation_method: 'txt',
    validity: 90,
    cloudflare_branding: false,
    lifecycle: {
      replace_triggered_by: [
        expect.stringMatching(/^terraform_data\.zone_Zone_\w+$/),
        expect.stringMatching(/^terraform_data\.Ordered/),
      ],
    },
  });
});

test('each host is ordered for once', () => {
  const { types } = ordered('a.b.example.com', 'a.b.example.com', 'b.b.example.com');
  expect(types.filter((it) => it.startsWith('ibm_cis_advanced'))).toHaveLength(2);
});

test.each(['example.com', 'www.example.com', '*.example.com', 'a.b.c.example.com', '${var.host}'])(
  'the host %s is no problem',
  (host) => expect(problems(host)).toEqual([]),
);

test.each<[string, string, string | undefined]>([
  ['WWW.example.com', 'a whole host name in lower case', 'did you mean "www.example.com"?'],
  ['www', 'a whole host name in lower case', 'did you mean "www.example.com"?'],
  ['www_1.example.com', 'a whole host name in lower case', undefined],
  ['a.*.example.com', 'a whole host name in lower case', undefined],
  ['www.example.org', '"example.com" or a host inside it', undefined],
  ['notexample.com', '"example.com" or a host inside it', undefined],
  ['*.eu.example.com', 'a wildcard one label below the domain', 'name each host'],
])('the host %s is one', (host, expected, remedy) => {
  expect(problems(host)).toEqual([
    { prop: 'host', got: `"${host}"`, expected: expect.stringContaining(expected), remedy },
  ]);
});

test('no host is a problem, and none is judged in a domain that only Terraform knows', () => {
  expect(problems(undefined as unknown as string)).toEqual([
    expect.objectContaining({ got: 'nothing' }),
  ]);
  expect(problems(7 as unknown as string)).toEqual([expect.objectContaining({ got: '7' })]);
  expect(problems('a.b.example.org', '${var.domain}')).toEqual([]);
});

test('an authority issues for the days that it knows', () => {
  const wrong = (certificateAuthority: EdgeCertificateAuthority, certificateDays: number) =>
    edgeCertificates
      .problemsInOrder({ certificateAuthority, certificateDays })
      .map(({ prop }) => prop);
  expect(wrong(LETS_ENCRYPT, 90)).toEqual([]);
  expect(wrong(LETS_ENCRYPT, 30)).toEqual(['certificateDays']);
  expect(wrong(GOOGLE, 14)).toEqual([]);
  expect(wrong(GOOGLE, 365)).toEqual(['certificateDays']);
  expect(wrong('verisign' as EdgeCertificateAuthority, 90)).toEqual(['certificateAuthority']);
  expect(wrong('${var.authority}' as EdgeCertificateAuthority, 1)).toEqual([]);
});
