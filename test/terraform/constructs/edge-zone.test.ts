/** Zones and their TLS, minimal and full, through real Terraform; and what becomes of a brand-new zone. */
import { TerraformOutput, TerraformStack } from 'cdktf';
import { CisZone, CisZoneProps } from '../../../lib/constructs/edge/cis-zone';
import { EdgeTls } from '../../../lib/constructs/edge/edge-tls';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { SecurityLevel } from '../../../lib/facts/security-level';
import { EdgeCertificateAuthority, TlsVersion } from '../../../lib/facts/tls';
import { Defence } from '../../kit/defence';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, waiver, withProvider } from '../../kit/samples';
import { deployOffline, describeOffline } from '../../kit/terraform';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;
const zoneId = '0123456789abcdef0123456789abcdef';
const domain = 'example.com';
const plan = CisPlan.STANDARD_NEXT;
const known = { crn, zoneId, domain, plan };

const zone = (stack: TerraformStack, props: Partial<CisZoneProps> = {}) =>
  new CisZone(stack, 'zone', { domain, plan, resourceGroupId: RESOURCE_GROUP_ID, ...props });

takesThroughLife({
  'a minimal CisZone': (stack) => void zone(stack),
  'a full CisZone': (stack) =>
    void zone(stack, {
      plan: CisPlan.ENTERPRISE_PREMIER,
      instanceName: 'Edge: test',
      dnssec: false,
      deletionProtection: false,
      waivers: { dnssec: waiver(), deletionProtection: waiver() },
    }),
  'two zones of one instance': (stack) => {
    const { crn: instanceCrn } = zone(stack);
    new CisZone(stack, 'second', { domain: 'example.org', plan, instanceCrn });
  },
  'a minimal EdgeTls': (stack) => void new EdgeTls(stack, 'tls', { zone: zone(stack) }),
  'a full EdgeTls': (stack) =>
    void new EdgeTls(stack, 'tls', {
      zone: zone(stack),
      hosts: ['www.example.com', 'api.eu.example.com', 'web.eu.example.com'],
      legacyClients: true,
      hstsMaxAge: 300,
      hstsSubdomains: false,
      securityLevel: SecurityLevel.UNDER_ATTACK,
      certificateAuthority: EdgeCertificateAuthority.GOOGLE,
      certificateDays: 14,
      waivers: { legacyClients: waiver(), hstsSubdomains: waiver() },
    }),
  'an EdgeTls of TLS 1.3 without HSTS': (stack) =>
    void new EdgeTls(stack, 'tls', {
      zone: zone(stack),
      minimumVersion: TlsVersion.V1_3,
      hstsMaxAge: 0,
      waivers: { hsts: waiver() },
    }),
  'the TLS of a zone that exists': (stack) =>
    void EdgeTls.of(CisZone.fromAttributes(stack, 'zone', known)),
});

describeOffline('a zone that exists', () => {
  test('is looked up by its instance and domain', async () => {
    const define = (stack: TerraformStack) => {
      const found = CisZone.fromCrn(stack, 'zone', known);
      EdgeTls.of(found);
      new TerraformOutput(stack, 'zone_id', { value: found.zoneId });
    };
    const { outputs, cloud } = await deployOffline(withProvider(define), {
      prepare: (account) =>
        account.put('ibm_cis_domain', 'id', {
          ...{ id: 'id', cis_id: crn, domain, domain_id: zoneId },
          ...{ status: 'active', name_servers: ['ns1.example.net'] },
        }),
    });
    expect(outputs.zone_id).toBe(zoneId);
    expect(cloud.list('ibm_cis_domain_settings')[0].value.domain_id).toBe(zoneId);
  });

  test('is not worked on while it is pending', async () => {
    const it = new Defence();
    try {
      await it.prepare((stack) => void EdgeTls.of(CisZone.fromCrn(stack, 'zone', known)));
      it.workspace.cloud.put('ibm_cis_domain', 'id', {
        ...{ id: 'id', cis_id: crn, domain, domain_id: zoneId },
        ...{ status: 'pending', name_servers: ['ns1.example.net', 'ns2.example.net'] },
      });
      const { code, stderr } = await it.workspace.terraform('apply', '-no-color', '-auto-approve');
      expect(code).toBe(1);
      expect(stderr.replace(/\s+[│\s]*/g, ' ')).toContain('to ns1.example.net and ns2.example.net');
      expect(it.workspace.cloud.list('ibm_cis_domain_settings')).toEqual([]);
    } finally {
      await it.close();
    }
  });
});

describeOffline('a deployed zone', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('gets another plan and another name in place', async () => {
    await it.deploy((stack) => void zone(stack));
    const next = { plan: CisPlan.ENTERPRISE_ADVANCED, instanceName: 'edge' };
    expect(await it.change((stack) => void zone(stack, next))).toContain(
      'Plan: 0 to add, 1 to change, 0 to destroy.',
    );
    await it.converged();
  });

  test('is kept, whatever is asked', async () => {
    await it.deploy((stack) => void new EdgeTls(stack, 'tls', { zone: zone(stack) }));
    const { code, stderr } = await it.workspace.terraform('destroy', '-no-color', '-auto-approve');
    expect([code, stderr]).toEqual([1, expect.stringContaining('prevent_destroy')]);
    expect(it.workspace.cloud.list('ibm_cis_domain')).toHaveLength(1);
  });

  test('gets a certificate for one more host without touching the others', async () => {
    const hosts =
      (...names: string[]) =>
      (stack: TerraformStack) =>
        void new EdgeTls(stack, 'tls', { zone: zone(stack), hosts: names });
    await it.deploy(hosts('a.eu.example.com'));
    const plan = await it.change(hosts('a.eu.example.com', 'b.eu.example.com'));
    expect(plan).toContain('Plan: 2 to add, 0 to change, 0 to destroy.');
    await it.converged();
  });

  test('takes every change of its TLS in place', async () => {
    const first = (stack: TerraformStack) => void new EdgeTls(stack, 'tls', { zone: zone(stack) });
    await it.deploy(first);
    const plan = await it.change(
      (stack) =>
        void new EdgeTls(stack, 'tls', {
          zone: zone(stack),
          minimumVersion: TlsVersion.V1_3,
          hstsMaxAge: 86400,
          securityLevel: SecurityLevel.HIGH,
        }),
    );
    expect(plan).toContain('Plan: 0 to add, 2 to change, 0 to destroy.');
    await it.converged();
    await it.change(first);
    await it.converged();
  });
});
