/** Each trap of zones and their settings that a zone or its TLS names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { CisZone, CisZoneProps } from '../../../lib/constructs/edge/cis-zone';
import { EdgeTls, EdgeTlsProps } from '../../../lib/constructs/edge/edge-tls';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { CIPHER_SUITES, EdgeCertificateAuthority, TlsVersion } from '../../../lib/facts/tls';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, waiver } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const CERTIFICATE = 'ibm_cis_advanced_certificate_pack_order';
const INSTANCE = 'ibm_cis';
const SETTINGS = 'ibm_cis_domain_settings';
const TLS = 'ibm_cis_tls_settings';
const ZONE = 'ibm_cis_domain';

const zone =
  (props: Partial<CisZoneProps> = {}) =>
  (stack: TerraformStack) =>
    new CisZone(stack, 'zone', {
      domain: 'example.com',
      plan: CisPlan.STANDARD_NEXT,
      resourceGroupId: RESOURCE_GROUP_ID,
      ...props,
    });
const tls =
  (props: Partial<EdgeTlsProps> = {}, zoneProps: Partial<CisZoneProps> = {}) =>
  (stack: TerraformStack) =>
    void new EdgeTls(stack, 'tls', { zone: zone(zoneProps)(stack), ...props });
const unprotected = { deletionProtection: false, waivers: { deletionProtection: waiver() } };

/** What Terraform says, without the frame that it breaks lines for. */
const flat = (text: string) => text.replace(/\s+[│\s]*/g, ' ');

describeOffline('a zone walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());
  const failing = async (...args: string[]) => {
    const { code, stderr } = await it.workspace.terraform(args[0], '-no-color', ...args.slice(1));
    expect(code).toBe(1);
    return flat(stderr);
  };
  /** What was made last: settings that are made anew stand beside what no destroy takes away. */
  const latest = (type: string) => it.workspace.cloud.list(type).at(-1)!.value;
  const meddle = (type: string, values: object) =>
    it.workspace.cloud.put(type, String(latest(type).id), { ...latest(type), ...values });

  test('of a zone that is pending: the first apply says what to do, the second goes on', async () => {
    expectTrap('internet-services/zone-gate-stops-every-plan');
    await it.prepare(tls());
    const { cloud } = it.workspace;
    const put = cloud.put.bind(cloud);
    const name_servers = ['ns1.example.net', 'ns2.example.net'];
    cloud.put = (type, id, value) =>
      put(type, id, type === ZONE ? { ...value, status: 'pending', name_servers } : value);
    expect(await failing('apply', '-auto-approve')).toContain(
      'The zone example.com is pending. At the registrar of the domain, set its name servers to ns1.example.net and ns2.example.net; wait until the zone is active; then apply again.',
    );
    for (const type of [SETTINGS, TLS]) expect(cloud.list(type)).toEqual([]);
    expect(await failing('plan')).toContain('is pending');
    const id = latest(ZONE).id;
    put(ZONE, String(id), { ...latest(ZONE), status: 'active' });
    await it.apply();
    expect(latest(ZONE).id).toBe(id);
    expect(cloud.list(SETTINGS)).toHaveLength(1);
    await it.converged();
  });

  test('of a zone that is pending: it can be destroyed all the same', async () => {
    expectTrap('internet-services/zone-gate-stops-every-plan');
    await it.deploy(tls());
    meddle(ZONE, { status: 'pending' });
    it.workspace.liftProtection();
    await it.workspace.must('destroy', ['destroy', '-no-color', '-auto-approve']);
    expect(it.workspace.cloud.list(ZONE)).toEqual([]);
  });

  test('of a new domain that changes nothing: it is a new zone, and that is refused', async () => {
    expectTrap('internet-services/domain-change-does-nothing');
    await it.deploy(zone());
    await it.define(zone({ domain: 'example.org' }));
    expect(await failing('plan')).toContain('has lifecycle.prevent_destroy set');
    expect(latest(ZONE).domain).toBe('example.com');
    await it.define(zone(unprotected));
    await it.apply();
    expect(await it.change(zone({ domain: 'example.org', ...unprotected }))).toContain(
      'due to changes in replace_triggered_by',
    );
    expect(latest(ZONE).domain).toBe('example.org');
    await it.converged();
  });

  test('of a zone that moves to another instance and does not', async () => {
    expectTrap('internet-services/domain-change-does-nothing');
    const crn =
      'crn:v1:bluemix:public:internet-svcs:global:a/0123:01234567-89ab-cdef-0123-456789abcdef::';
    const inside = (instanceCrn: string) =>
      zone({ instanceCrn, resourceGroupId: undefined, ...unprotected });
    await it.deploy(inside(crn));
    await it.change(inside(crn.replace('89ab', '0000')));
    expect(latest(ZONE).cis_id).toContain('01234567-0000');
    expect(latest(SETTINGS).cis_id).toContain('01234567-0000');
    await it.converged();
  });

  test('of settings and certificates that stay in the old zone', async () => {
    expectTrap('internet-services/zone-change-leaves-the-new-zone-unprotected');
    expectTrap('internet-services/zone-change-of-advanced-certificate-is-only-in-state');
    const of = (domain: string) =>
      tls(
        { hosts: [`a.b.${domain}`], minimumVersion: TlsVersion.V1_3 },
        { domain, ...unprotected },
      );
    await it.deploy(of('example.com'));
    await it.change(of('example.org'));
    const { domain_id } = latest(ZONE);
    expect(latest(SETTINGS)).toMatchObject({ domain_id, ssl: 'strict', min_tls_version: '1.3' });
    expect(latest(TLS)).toMatchObject({ domain_id, min_tls_version: '1.3', tls_1_3: 'on' });
    expect(it.workspace.cloud.list(CERTIFICATE)).toHaveLength(1);
    expect(latest(CERTIFICATE)).toMatchObject({
      domain_id,
      hosts: ['example.org', 'a.b.example.org'],
    });
    await it.converged();
  });

  test('of an id with an instance behind it: it is the plain one, or refused', async () => {
    expectTrap('internet-services/composite-zone-id-is-refused-at-apply');
    const crn =
      'crn:v1:bluemix:public:internet-svcs:global:a/0123:01234567-89ab-cdef-0123-456789abcdef::';
    const known = { crn, domain: 'example.com', plan: CisPlan.TRIAL };
    const composite = { ...known, zoneId: `${'0'.repeat(32)}:${crn}` };
    expect(refusalOf(() => CisZone.fromAttributes(newStack(), 'zone', composite))).toHaveLength(1);
    await it.deploy(tls({ hosts: ['a.b.example.com'] }));
    for (const type of [SETTINGS, TLS, CERTIFICATE]) {
      expect(it.inCloud(type).domain_id).toBe(latest(ZONE).domain_id);
    }
  });

  test('of an instance that nobody looks up: it is made here, or named by its CRN', async () => {
    expectTrap('internet-services/instance-is-not-looked-up-at-plan');
    const other = { instanceCrn: 'shop', resourceGroupId: undefined };
    expect(refusalOf(() => zone(other)(newStack()))).toHaveLength(1);
    await it.deploy(zone());
    expect(latest(ZONE).cis_id).toBe(it.inCloud(INSTANCE).resource_crn);
  });

  test('of a signature that is pending: it is no drift, and still it can be changed', async () => {
    expectTrap('internet-services/dnssec-pending-never-converges');
    await it.deploy(zone());
    expect(latest(SETTINGS).dnssec).toBe('pending');
    await it.converged();
    await it.change(zone({ dnssec: false, waivers: { dnssec: waiver() } }));
    expect(latest(SETTINGS).dnssec).toBe('disabled');
    await it.converged();
    await it.change(zone());
    expect(latest(SETTINGS).dnssec).toBe('pending');
    meddle(SETTINGS, { dnssec: 'active' });
    await it.converged();
  });

  test('of a signature that is taken away unseen: whoever plans is told how to get it back', async () => {
    expectTrap('internet-services/dnssec-pending-never-converges');
    await it.deploy(tls());
    meddle(SETTINGS, { dnssec: 'disabled' });
    const told = await failing('plan');
    const [, address] = /apply with -replace=(\S+),/.exec(told)!;
    await it.workspace.must('apply', ['apply', '-auto-approve', `-replace=${address}`]);
    expect(latest(SETTINGS)).toMatchObject({ dnssec: 'pending', ssl: 'strict' });
    await it.converged();
  });

  test('of settings that say nothing of TLS and set it nevertheless', async () => {
    expectTrap('internet-services/empty-domain-settings-set-tls-1-2');
    await it.prepare(zone());
    expect(await it.plan()).toMatch(/\+ min_tls_version\s+= "1.2"/);
    await it.apply();
    await it.change(tls({ minimumVersion: TlsVersion.V1_3 }));
    expect(latest(SETTINGS).min_tls_version).toBe('1.3');
  });
});

describeOffline('the TLS of a zone walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('of two owners of the least version: they say the same', async () => {
    expectTrap('internet-services/minimum-tls-has-two-owners');
    await it.deploy(tls({ minimumVersion: TlsVersion.V1_3 }));
    const both = () => [SETTINGS, TLS].map((type) => it.inCloud(type).min_tls_version);
    expect(both()).toEqual(['1.3', '1.3']);
    await it.converged();
    await it.change(tls());
    expect(both()).toEqual(['1.2', '1.2']);
    await it.converged();
  });

  test('of a version that there is none of', () => {
    expectTrap('internet-services/tls-1-4-passes-plan');
    const minimumVersion = '1.4' as TlsVersion;
    expect(refusalOf(() => tls({ minimumVersion })(newStack()))).toEqual([
      expect.stringMatching(/^minimumVersion: got "1.4", expected one of "1.2", "1.3"$/),
    ]);
  });

  test('of an empty list of suites: there is none, or the whole', async () => {
    expectTrap('internet-services/empty-cipher-list-is-never-sent');
    await it.deploy(tls({ minimumVersion: TlsVersion.V1_3 }));
    await it.converged();
    await it.change(tls());
    expect([...(it.inCloud(SETTINGS).cipher as string[])].sort()).toEqual(
      [...CIPHER_SUITES].sort(),
    );
    await it.converged();
  });

  test('of a setting that stays when it is no longer said: each is said again', async () => {
    expectTrap('internet-services/removed-setting-stays');
    await it.deploy(tls({ legacyClients: true, waivers: { legacyClients: waiver() } }));
    expect(it.inCloud(SETTINGS).cipher).toHaveLength(10);
    await it.change(tls());
    expect(it.inCloud(SETTINGS).cipher).toHaveLength(6);
    const drift = { ssl: 'off', always_use_https: 'off', browser_check: 'off', http2: 'off' };
    const settings = it.inCloud(SETTINGS);
    it.workspace.cloud.put(SETTINGS, String(settings.id), { ...settings, ...drift });
    await it.apply();
    expect(it.inCloud(SETTINGS)).toMatchObject({
      ...{ ssl: 'strict', always_use_https: 'on', browser_check: 'on', http2: 'on' },
    });
  });

  test('of HSTS that stays when its block goes: off is said, too', async () => {
    expectTrap('internet-services/removing-hsts-leaves-it-on');
    await it.deploy(tls());
    const hsts = () => it.inCloud(SETTINGS).security_header;
    expect(hsts()).toMatchObject([{ enabled: true, max_age: 31536000 }]);
    await it.change(tls({ hstsMaxAge: 0, waivers: { hsts: waiver() } }));
    expect(hsts()).toMatchObject([{ enabled: false, max_age: 0, include_subdomains: false }]);
    await it.converged();
  });

  test('of a universal certificate that was off when something else changed: it is said', async () => {
    expectTrap('internet-services/tls-settings-are-always-sent-together');
    await it.deploy(tls());
    const settings = it.inCloud(TLS);
    it.workspace.cloud.put(TLS, String(settings.id), { ...settings, universal_ssl: false });
    await it.change(tls({ minimumVersion: TlsVersion.V1_3 }));
    expect(it.inCloud(TLS)).toMatchObject({ universal_ssl: true, tls_1_3: 'on' });
  });

  test('of a certificate whose change is only in the state: it is another order', async () => {
    expectTrap('internet-services/advanced-certificate-change-makes-no-call');
    const order = (certificateDays: number) =>
      tls({
        hosts: ['a.b.example.com'],
        certificateAuthority: EdgeCertificateAuthority.GOOGLE,
        certificateDays,
      });
    await it.deploy(order(90));
    expect(await it.change(order(30))).toContain('1 to add, 1 to change, 1 to destroy');
    expect(it.inCloud(CERTIFICATE).validity).toBe(30);
    await it.converged();
  });

  test('of a certificate that nobody issues so', () => {
    expectTrap('internet-services/advanced-certificate-values-are-unchecked');
    expect(refusalOf(() => tls({ certificateDays: 30 })(newStack()))).toEqual([
      'certificateDays: got 30, expected one of 90',
    ]);
  });
});
