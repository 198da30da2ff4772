import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { IN_PLACE, NO_CHANGES, Resources, walk } from './trapped';

const CERTIFICATE = 'ibm_cis_advanced_certificate_pack_order';
const DEDICATED = 'ibm_cis_certificate_order';
const FUNCTION = 'ibm_cis_edge_functions_action';
const TRIGGER = 'ibm_cis_edge_functions_trigger';
const MTLS = 'ibm_cis_mtls';
const ORIGIN_AUTH = 'ibm_cis_origin_auth';
const PAGE = 'ibm_cis_custom_page';
const RECORD = 'ibm_cis_dns_record';
const SETTINGS = 'ibm_cis_domain_settings';
const TLS = 'ibm_cis_tls_settings';
const ZONE = 'ibm_cis_domain';

const cis_id = 'crn:v1:bluemix:public:internet-svcs:global:a/0:cis::';
const [domain_id, other] = ['1'.repeat(32), '2'.repeat(32)];

const of = (type: string, values: object) => ({
  [type]: specimen(type, { cis_id, domain_id, ...values }),
});
const settings = (values: object = {}) => of(SETTINGS, values);
const record = (values: object = {}) =>
  of(RECORD, { name: 'www', type: 'A', content: '192.0.2.1', ...values });
const page = (values: object = {}) =>
  of(PAGE, { page_id: 'waf_block', url: 'https://own.example.com', ...values });
const hsts = [
  { enabled: true, include_subdomains: true, max_age: 31536000, nosniff: true, preload: false },
];

describeOffline('the traps of zones', () => {
  const it = walk();
  const zone = (values: object) => ({ [ZONE]: { cis_id, domain: 'example.com', ...values } });

  test('internet-services/domain-change-does-nothing: and is promised for ever', async () => {
    await it.apply(zone({}));
    expect(await it.apply(zone({ domain: 'example.org' }))).toContain(IN_PLACE);
    expect(it.stored(ZONE).domain).toBe('example.com');
    expect(await it.plan()).toMatch(/domain\s+= "example.com" -> "example.org"/);
  });

  test('internet-services/partial-domain-has-no-verification-key: nor a suffix', async () => {
    await it.apply(zone({ type: 'partial' }));
    expect(it.state(ZONE)).toMatchObject({ verification_key: '', cname_suffix: '' });
  });

  test('internet-services/zone-change-leaves-dependents-behind: for ever', async () => {
    const dependents = (values: object): Resources => ({
      ...record(values),
      ...page(values),
      ...of(MTLS, { associated_hostnames: [], ...values }),
    });
    await it.apply(dependents({}));
    await it.apply(dependents({ domain_id: other }));
    for (const type of [RECORD, PAGE, MTLS]) expect(it.stored(type).domain_id).toBe(domain_id);
    expect(await it.plan()).toContain('0 to add, 3 to change, 0 to destroy');
  });
});

describeOffline('the traps of edge functions', () => {
  const it = walk();
  const script = "addEventListener('fetch', () => undefined)";
  const functions = (values: object = {}): Resources => ({
    ...of(FUNCTION, { action_name: 'own', script, ...values }),
  });

  test('internet-services/edge-function-script-is-printed-in-plan: in clear', async () => {
    await it.apply(functions({ script: 'first-value' }));
    expect(await it.apply(functions({ script: 'next-value' }))).toContain(
      '"first-value" -> "next-value"',
    );
  });

  test('internet-services/zone-change-leaves-edge-functions-behind: for ever', async () => {
    const trigger = (values: object = {}) =>
      of(TRIGGER, { action_name: 'own', pattern_url: 'www.example.com/*', ...values });
    await it.apply({ ...functions(), ...trigger() });
    const moved = { domain_id: other };
    await it.apply({ ...functions(moved), ...trigger(moved) });
    for (const type of [FUNCTION, TRIGGER]) expect(it.stored(type).domain_id).toBe(domain_id);
    expect(await it.plan()).toContain('0 to add, 2 to change, 0 to destroy');
  });
});

describeOffline('the traps of the settings of a zone', () => {
  const it = walk();

  test('internet-services/destroyed-settings-stay: as they are', async () => {
    await it.apply({ ...settings({ ssl: 'strict' }), ...of(TLS, { tls_1_3: 'on' }) });
    await it.destroy();
    expect(it.stored(SETTINGS).ssl).toBe('strict');
    expect(it.stored(TLS).tls_1_3).toBe('on');
  });

  test('internet-services/dnssec-pending-never-converges: until the registrar acts', async () => {
    await it.apply(settings({ dnssec: 'active' }));
    expect(await it.apply(settings({ dnssec: 'active' }))).toMatch(/"pending" -> "active"/);
    expect(await it.plan()).toMatch(/dnssec\s+= "pending" -> "active"/);
  });

  test('internet-services/empty-cipher-list-is-never-sent: and differs for ever', async () => {
    await it.apply(settings({ cipher: ['AES128-SHA'] }));
    expect(await it.apply(settings({ cipher: [] }))).toContain(IN_PLACE);
    expect(it.stored(SETTINGS).cipher).toEqual(['AES128-SHA']);
    expect(await it.plan()).toContain(IN_PLACE);
  });

  test('internet-services/empty-domain-settings-set-tls-1-2: whatever was there', async () => {
    await it.apply(settings({ min_tls_version: '1.3' }));
    await it.apply(settings());
    expect(it.stored(SETTINGS).min_tls_version).toBe('1.2');
  });

  test('internet-services/removed-setting-stays: without a diff', async () => {
    const minify = [{ css: 'on', html: 'on', js: 'on' }];
    await it.apply(settings({ ssl: 'strict', minify }));
    expect(await it.apply(settings())).toContain(NO_CHANGES);
    expect(it.stored(SETTINGS)).toMatchObject({ ssl: 'strict', minify });
  });

  test('internet-services/removing-hsts-leaves-it-on: only a block of zeros is sent', async () => {
    await it.apply(settings({ security_header: hsts }));
    expect(await it.apply(settings())).toContain(NO_CHANGES);
    expect(it.stored(SETTINGS).security_header[0].enabled).toBe(true);
    await it.apply(settings({ security_header: [{ ...hsts[0], enabled: false }] }));
    expect(it.stored(SETTINGS).security_header[0].enabled).toBe(false);
  });

  test('internet-services/vanished-zone-breaks-refresh: instead of making it anew', async () => {
    await it.apply(settings());
    it.workspace.cloud.delete(SETTINGS, it.state(SETTINGS).id);
    await expect(it.plan()).rejects.toThrow('the zone id is invalid');
  });

  test('internet-services/zone-change-leaves-the-new-zone-unprotected: at first', async () => {
    const both = (values: object) => ({
      ...settings({ ssl: 'strict', ...values }),
      ...of(TLS, { min_tls_version: '1.3', ...values }),
    });
    await it.apply(both({}));
    await it.apply(both({ domain_id: other }));
    expect(it.stored(SETTINGS)).toMatchObject({ ssl: 'full', min_tls_version: '1.0' });
    expect(it.stored(TLS)).toMatchObject({ domain_id: other, min_tls_version: '1.0' });
    await it.apply(both({ domain_id: other }));
    expect(it.stored(SETTINGS)).toMatchObject({ ssl: 'strict', min_tls_version: '1.2' });
    expect(it.stored(TLS).min_tls_version).toBe('1.3');
  });
});

describeOffline('the traps of records and pages', () => {
  const it = walk();

  test('internet-services/apex-record-name-is-sent-empty: unseen', async () => {
    await it.apply(record({ name: '@' }));
    expect(it.stored(RECORD).name).toBe('');
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/caa-record-keeps-only-tag-and-value: and differs for ever', async () => {
    const data = { flags: '128', tag: 'issue', value: 'letsencrypt.org' };
    const caa = record({ type: 'CAA', content: undefined, data });
    await it.apply(caa);
    expect(it.stored(RECORD).data).toEqual({ tag: 'issue', value: 'letsencrypt.org' });
    await it.apply(caa);
    expect(await it.plan()).toMatch(/\+ "flags" = "128"/);
  });

  test('internet-services/proxied-record-with-ttl-never-converges: it is 1', async () => {
    await it.apply(record({ proxied: true, ttl: 300 }));
    expect(await it.apply(record({ proxied: true, ttl: 300 }))).toMatch(/ttl\s+= 1 -> 300/);
    expect(await it.plan()).toMatch(/ttl\s+= 1 -> 300/);
  });

  test('internet-services/destroyed-custom-page-stays: in place', async () => {
    await it.apply(page());
    await it.destroy();
    expect(it.stored(PAGE).url).toBe('https://own.example.com');
  });
});

describeOffline('the traps of certificates', () => {
  const it = walk();
  const advanced = (values: object = {}) =>
    of(CERTIFICATE, { hosts: ['example.com'], validity: 90, ...values });
  const mtls = (...associated_hostnames: string[]) =>
    of(MTLS, { certificate: 'one', name: 'ca', associated_hostnames });
  const origin = (values: object = {}) =>
    of(ORIGIN_AUTH, { certificate: 'one', private_key: 'own-key', level: 'zone', ...values });

  test('internet-services/advanced-certificate-change-makes-no-call: but in state', async () => {
    await it.apply(advanced());
    expect(await it.apply(advanced({ hosts: ['example.org'] }))).toContain(IN_PLACE);
    expect(it.stored(CERTIFICATE).hosts).toEqual(['example.com']);
    expect(it.state(CERTIFICATE).hosts).toEqual(['example.org']);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/advanced-certificate-is-never-read: nor missed', async () => {
    await it.apply(advanced());
    it.workspace.cloud.delete(CERTIFICATE, it.state(CERTIFICATE).id);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/advanced-certificate-does-not-wait-for-issuance: ever', async () => {
    await it.apply(advanced());
    it.meddle(CERTIFICATE, { status: 'active' });
    await it.apply(advanced());
    expect(it.state(CERTIFICATE).status).toBe('initializing');
  });

  test('internet-services/zone-change-of-advanced-certificate-is-only-in-state: too', async () => {
    await it.apply(advanced());
    await it.apply(advanced({ domain_id: other }));
    expect(it.stored(CERTIFICATE).domain_id).toBe(domain_id);
    expect(it.state(CERTIFICATE).domain_id).toBe(other);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/certificate-order-change-is-planned-in-place: for ever', async () => {
    await it.apply(of(DEDICATED, { hosts: ['example.com'] }));
    expect(await it.apply(of(DEDICATED, { hosts: ['example.org'] }))).toContain(IN_PLACE);
    expect(it.stored(DEDICATED).hosts).toEqual(['example.com']);
    expect(await it.plan()).toContain(IN_PLACE);
  });

  test('internet-services/mtls-new-certificate-is-not-sent: the old one is trusted', async () => {
    await it.apply(mtls());
    await it.apply(of(MTLS, { certificate: 'two', name: 'ca', associated_hostnames: [] }));
    expect(it.stored(MTLS).certificate).toBe('one');
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/mtls-destroy-with-hostnames-fails: until none is left', async () => {
    await it.apply(mtls('api.example.com'));
    await expect(it.destroy()).rejects.toThrow('409');
    await it.apply(mtls());
    await it.destroy();
    expect(it.workspace.cloud.list(MTLS)).toEqual([]);
  });

  test('internet-services/origin-auth-create-never-enables-it: only a change does', async () => {
    await it.apply(origin());
    expect(it.stored(ORIGIN_AUTH).enabled).toBe(false);
    expect(await it.plan()).toContain(NO_CHANGES);
    await it.apply(origin({ enabled: false }));
    await it.apply(origin());
    expect(it.stored(ORIGIN_AUTH).enabled).toBe(true);
  });

  test('internet-services/origin-auth-key-is-in-state: in clear', async () => {
    await it.apply(origin());
    expect(it.state(ORIGIN_AUTH)).toMatchObject({ private_key: 'own-key', certificate: 'one' });
  });

  test('internet-services/origin-auth-new-certificate-is-not-sent: ever', async () => {
    await it.apply(origin());
    await it.apply(origin({ certificate: 'two' }));
    expect(it.stored(ORIGIN_AUTH).certificate).toBe('one');
    expect(await it.plan()).toContain(IN_PLACE);
  });
});
