import { TerraformElement, TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { EdgeTls, EdgeTlsProps } from '../../../lib/constructs/edge/edge-tls';
import { ICisZone } from '../../../lib/constructs/edge/zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { SecurityLevel } from '../../../lib/facts/security-level';
import {
  CIPHER_SUITES,
  EdgeCertificateAuthority,
  LEGACY_CIPHER_SUITES,
  TlsVersion,
} from '../../../lib/facts/tls';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, recorded, waiver } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;
const zoneId = '0123456789abcdef0123456789abcdef';

const existing = (stack: TerraformStack, id = 'zone') =>
  CisZone.fromAttributes(stack, id, {
    crn,
    zoneId,
    domain: 'example.com',
    plan: CisPlan.STANDARD_NEXT,
  });
const tls = (stack: TerraformStack, props: Partial<EdgeTlsProps> = {}) =>
  new EdgeTls(stack, 'tls', { zone: props.zone ?? existing(stack), ...props });
const rendered = (props: Partial<EdgeTlsProps> = {}) =>
  synthesize((stack) => void tls(stack, props));
const onTheZone = [expect.stringMatching(/^terraform_data\.zone_Zone_\w+$/)];

describe('an EdgeTls renders its defaults', () => {
  test('as both kinds of settings of a zone, and what replaces them with it', () => {
    expect(rendered().types).toEqual([
      'ibm_cis_domain_settings',
      'ibm_cis_tls_settings',
      'terraform_data',
    ]);
  });

  test('as strict TLS to the origin, HTTPS only, the six suites and a year of HSTS', () => {
    expect(rendered().only('ibm_cis_domain_settings')).toEqual({
      cis_id: crn,
      domain_id: zoneId,
      ssl: 'strict',
      min_tls_version: '1.2',
      cipher: [...CIPHER_SUITES],
      always_use_https: 'on',
      automatic_https_rewrites: 'on',
      opportunistic_encryption: 'on',
      security_level: 'medium',
      browser_check: 'on',
      http2: 'on',
      security_header: {
        enabled: true,
        max_age: 31536000,
        include_subdomains: true,
        preload: false,
        nosniff: true,
      },
      lifecycle: { replace_triggered_by: onTheZone },
    });
  });

  test('as TLS 1.2 at least, and 1.3 without 0-RTT', () => {
    expect(rendered().only('ibm_cis_tls_settings')).toEqual({
      cis_id: crn,
      domain_id: zoneId,
      min_tls_version: '1.2',
      tls_1_3: 'on',
      universal_ssl: true,
      lifecycle: { replace_triggered_by: onTheZone },
    });
  });

  test('beside the signature of a new zone, in the one resource of its settings', () => {
    const settings = synthesize((stack) => {
      const zone = new CisZone(stack, 'zone', {
        domain: 'example.com',
        plan: CisPlan.TRIAL,
        resourceGroupId: RESOURCE_GROUP_ID,
      });
      tls(stack, { zone });
    }).only('ibm_cis_domain_settings');
    expect(settings).toMatchObject({ dnssec: 'active', ssl: 'strict' });
    expect(settings.lifecycle.ignore_changes).toEqual(['dnssec']);
  });
});

describe('an EdgeTls renders every prop', () => {
  test('for old clients and browsers', () => {
    const { only } = rendered({
      legacyClients: true,
      hstsMaxAge: 300,
      hstsSubdomains: false,
      securityLevel: SecurityLevel.HIGH,
      waivers: { legacyClients: waiver(), hstsSubdomains: waiver() },
    });
    expect(only('ibm_cis_domain_settings')).toMatchObject({
      cipher: [...CIPHER_SUITES, ...LEGACY_CIPHER_SUITES],
      security_level: 'high',
      security_header: { enabled: true, max_age: 300, include_subdomains: false },
      waivers: [recorded('edge/tls-suites'), recorded('edge/hsts-of-subdomains')],
    });
  });

  test('with TLS 1.3 alone in both, and no list of suites', () => {
    const { only } = rendered({ minimumVersion: TlsVersion.V1_3 });
    expect(only('ibm_cis_tls_settings').min_tls_version).toBe('1.3');
    const settings = only('ibm_cis_domain_settings');
    expect(settings.min_tls_version).toBe('1.3');
    expect(settings).not.toHaveProperty('cipher');
  });

  test('with HSTS that is off', () => {
    const props = { hstsMaxAge: 0, waivers: { hsts: waiver() } };
    expect(rendered(props).only('ibm_cis_domain_settings')).toMatchObject({
      security_header: { enabled: false, max_age: 0, include_subdomains: false },
      waivers: [recorded('edge/hsts-on')],
    });
  });

  test('with a certificate for each deep host', () => {
    const { types, only } = rendered({
      hosts: ['www.example.com', 'api.eu.example.com'],
      certificateAuthority: EdgeCertificateAuthority.GOOGLE,
      certificateDays: 14,
    });
    expect(types.filter((it) => it.includes('certificate'))).toHaveLength(1);
    expect(only('ibm_cis_advanced_certificate_pack_order')).toMatchObject({
      hosts: ['example.com', 'api.eu.example.com'],
      certificate_authority: 'google',
      validity: 14,
    });
  });
});

test.each<[string, Partial<EdgeTlsProps>]>([
  ['zone', { zone: 'example.com' as unknown as ICisZone }],
  ['zone', { zone: { crn, zoneId, domain: 'example.com', plan: CisPlan.TRIAL } }],
  ['hosts.1', { hosts: ['www.example.com', 'www.example.org'] }],
  ['hosts.0', { hosts: ['*.eu.example.com'] }],
  ['hosts.0', { hosts: ['WWW.example.com'] }],
  ['minimumVersion', { minimumVersion: '1.1' as TlsVersion }],
  ['minimumVersion', { minimumVersion: '1.4' as TlsVersion }],
  ['legacyClients', { legacyClients: true }],
  [
    'legacyClients',
    {
      legacyClients: true,
      minimumVersion: TlsVersion.V1_3,
      waivers: { legacyClients: waiver() },
    },
  ],
  ['hstsMaxAge', { hstsMaxAge: 60 }],
  ['hstsMaxAge', { hstsMaxAge: 0 }],
  ['hstsSubdomains', { hstsSubdomains: false }],
  ['securityLevel', { securityLevel: 'essentially_off' as SecurityLevel }],
  ['certificateAuthority', { certificateAuthority: 'digicert' as EdgeCertificateAuthority }],
  ['certificateDays', { certificateDays: 365 }],
  ['waivers.legacyClients', { waivers: { legacyClients: waiver() } }],
  ['waivers.hsts', { waivers: { hsts: waiver() } }],
  ['waivers.hstsSubdomains', { waivers: { hstsSubdomains: waiver() } }],
])('an EdgeTls is refused for its %s when it is %p', (prop, props) => {
  expect(refusalOf(() => tls(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a zone has one, whichever construct stands for it', () => {
  const stack = newStack();
  const first = tls(stack);
  const same = existing(stack, 'same');
  expect(EdgeTls.of(same)).toBe(first);
  expect(refusalOf(() => new EdgeTls(stack, 'second', { zone: same }))).toEqual([
    'zone: got a zone that has its TLS, expected one that has none yet; use EdgeTls.of',
  ]);
});

test('a zone has one as soon as it is asked for', () => {
  const zone = existing(newStack());
  expect(EdgeTls.of(zone)).toBe(EdgeTls.of(zone));
  expect(EdgeTls.of(zone).node.path).toBe('test/zone/Tls');
  const none = 'zone' as unknown as ICisZone;
  expect(refusalOf(() => EdgeTls.of(none))).toEqual([
    'zone: got another string, expected a CisZone',
  ]);
});

test('more hosts can be added, each as often as one likes', () => {
  const { types } = synthesize((stack) => {
    const own = tls(stack, { hosts: ['a.b.example.com'] });
    for (const host of ['a.b.example.com', 'www.example.com', 'c.b.example.com']) own.addHost(host);
  });
  expect(types.filter((it) => it.includes('certificate'))).toHaveLength(2);
  expect(refusalOf(() => tls(newStack()).addHost('www.example.org'))).toEqual([
    'host: got "www.example.org", expected "example.com" or a host inside it',
  ]);
});

test('it says what has to hold before a host leads to the edge', () => {
  const protections = tls(newStack(), { hosts: ['a.b.example.com'] })._protections;
  expect(protections.map((it) => (it as unknown as TerraformElement).node.path)).toEqual([
    'test/tls/Resource',
    'test/zone/Settings',
    'test/tls/Certificate-a.b.example.com',
  ]);
});
