import { TerraformStack } from 'cdktf';
import { CertificateSource } from '../../../lib/constructs/certificates/certificate-source';
import { IEventHub } from '../../../lib/constructs/certificates/event-hub';
import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import {
  RotatingCertificate,
  RotatingCertificateProps,
} from '../../../lib/constructs/certificates/rotating-certificate';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret, IAppSecret } from '../../../lib/constructs/secrets/app-secret';
import { ICodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { PROJECT } from '../../kit/judged';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { certificate, hub, issuer, otherHub } from '../../kit/samples-certificates';
import { GROUP_ID, group, store, value } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const ORDER = 'ibm_sm_public_certificate';
const SECRET = 'ibm_code_engine_secret';
const OTHER_ID = '55555555-89ab-cdef-0123-456789abcdef';
const OTHER: ICodeEngineProject = {
  projectId: OTHER_ID,
  crn: PROJECT.crn.replace(PROJECT.projectId, OTHER_ID),
};
const attached = (stack: TerraformStack, props: Partial<RotatingCertificateProps> = {}) =>
  certificate(stack, props).attachTo(PROJECT);
const existing = (stack: TerraformStack) =>
  CertificateSource.existing({ group: group(stack), secretId: OTHER_ID });

test('a certificate that is attached is ordered, served, renewed by event and by timer, and watched', () => {
  expect(synthesize((stack) => attached(stack)).types).toEqual(
    expect.arrayContaining([
      ORDER,
      SECRET,
      'ibm_code_engine_config_map',
      'ibm_code_engine_job',
      'ibm_en_destination_ce',
      'ibm_en_ibmsource',
      'ibm_en_subscription_email',
      'ibm_iam_trusted_profile',
      'ibm_sm_en_registration',
      'ibm_sm_secret_group',
    ]),
  );
});

test('a certificate renders its defaults', () => {
  const synthesized = synthesize((stack) => attached(stack));
  expect(synthesized.only(ORDER)).toMatchObject({
    name: expect.stringMatching(/^test-certificate-[0-9a-f]{8}$/),
    common_name: 'www.example.com',
    alt_names: [],
    rotation: { auto_rotate: true, rotate_keys: true },
  });
  expect(synthesized.only(SECRET)).toMatchObject({
    format: 'tls',
    name: expect.stringMatching(/^certificate-[0-9a-f]{8}$/),
    data: expect.stringMatching(/^\$\{sensitive\(\{/),
    lifecycle: { ignore_changes: ['data'], create_before_destroy: true },
  });
  expect(JSON.stringify(synthesized.json)).toContain('"17 3 * * *"');
  expect(synthesized.json.output).toBeUndefined();
});

test('a certificate renders every prop', () => {
  const synthesized = synthesize((stack) =>
    attached(stack, {
      hosts: ['example.com', 'www.example.com'],
      alarms: {},
      cron: '0 5 * * *',
      maximumDays: 120,
      publicFallback: true,
      storeSendsEvents: true,
      secretName: 'web',
      waivers: { noAlarms: waiver(), longLived: waiver() },
    }),
  );
  expect(synthesized.only(ORDER)).toMatchObject({
    name: expect.stringMatching(/^web-[0-9a-f]{8}$/),
    common_name: 'example.com',
    alt_names: ['www.example.com'],
    waivers: [recorded('certificates/alarms'), recorded('certificates/short-lived')],
  });
  const written = JSON.stringify(synthesized.json);
  expect(written).toContain('"0 5 * * *"');
  expect(written).toContain('2880h');
  expect(written).toContain('https://iam.cloud.ibm.com');
  expect(written).not.toMatch(/ibm_sm_en_registration|ibm_en_subscription_email/);
});

const none = 'none' as unknown;
test.each<[string, Partial<RotatingCertificateProps>]>([
  ['source', { source: undefined }],
  ['hosts', { hosts: undefined }],
  ['hosts', { hosts: [] }],
  ['hosts', { hosts: Array.from({ length: 101 }, (_, at) => `a${at}.example.com`) }],
  ['hosts.0', { hosts: ['WWW.example.com'] }],
  ['hosts.0', { hosts: [`${'a'.repeat(60)}.example.com`] }],
  ['hosts.0', { hosts: ['www.example.org'] }],
  ['hosts.1', { hosts: ['example.com', 'https://example.com'] }],
  ['hosts.1', { hosts: ['example.com', 'example.com'] }],
  ['hub', { hub: none as IEventHub }],
  ['rotatorImage', { rotatorImage: none as Image }],
  ['alarms', { alarms: {} }],
  ['alarms.ops', { alarms: { ops: none as EventRecipient } }],
  ['cron', { cron: 'daily' }],
  ['maximumDays', { maximumDays: 91 }],
  ['maximumDays', { maximumDays: 30 }],
  ['secretName', { secretName: 'a/b' }],
  ['waivers.noAlarms', { waivers: { noAlarms: waiver() } }],
  ['waivers.longLived', { waivers: { longLived: waiver() } }],
])('a certificate is refused for its %s', (prop, props) => {
  expect(refusalOf(() => certificate(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop.replace('.', '\\.')}: got `)),
  ]);
});

test('no waiver makes a certificate live for more than a browser takes', () => {
  const props = { maximumDays: 399, waivers: { longLived: waiver() } };
  expect(refusalOf(() => certificate(newStack(), props))).toHaveLength(1);
});

test('the events of a store go to one hub', () => {
  const stack = newStack();
  const source = CertificateSource.ordered(issuer(stack));
  certificate(stack, { source });
  const second = () => certificate(stack, { source, hub: otherHub(stack) }, 'second');
  expect(refusalOf(second)).toEqual([expect.stringMatching(/^hub: got another EventHub/)]);
});

test('two certificates of one store share its registration and its topics', () => {
  const { types } = synthesize((stack) => {
    const [source, events] = [CertificateSource.ordered(issuer(stack)), hub(stack)];
    for (const id of ['one', 'two']) {
      certificate(stack, { source, hub: events }, id).attachTo(PROJECT);
    }
  });
  const count = (type: string) => types.filter((it) => it === type).length;
  expect(count('ibm_sm_en_registration')).toBe(1);
  expect(count('ibm_en_subscription_email')).toBe(1);
  // two of the store, and a timer for each.
  expect(count('ibm_en_topic')).toBe(4);
  expect(count('ibm_iam_authorization_policy')).toBe(3);
});

test('a project is attached once, and each project has its own secret, job and timer', () => {
  const { types } = synthesize((stack) => {
    const it = certificate(stack);
    const first = it.attachTo(PROJECT);
    expect(it.attachTo({ ...PROJECT })).toBe(first);
    expect(it.rotatorIn(PROJECT)).toBe(it.rotatorIn(PROJECT));
    it.rotatorIn(OTHER);
  });
  const count = (type: string) => types.filter((it) => it === type).length;
  for (const type of [SECRET, 'ibm_code_engine_job', 'ibm_iam_trusted_profile']) {
    expect([type, count(type)]).toEqual([type, 2]);
  }
  expect(count(ORDER)).toBe(1);
});

test('with a TLS secret and a certificate that exist Terraform sees no key', () => {
  const tlsSecret = AppSecret.fromSecretName('web-tls');
  const synthesized = synthesize((stack) => {
    const it = certificate(stack, { source: existing(stack) });
    expect(it.attachTo(PROJECT, { tlsSecret })).toBe(tlsSecret);
    expect(it.attachTo(PROJECT)).toBe(tlsSecret);
  });
  expect(JSON.stringify(synthesized.json)).toContain('web-tls');
  expect(synthesized.types).not.toContain(SECRET);
  expect(synthesized.types).not.toContain('data.ibm_sm_public_certificate');
});

test('what is attached to is a project, with one TLS secret', () => {
  const it = certificate(newStack());
  expect(refusalOf(() => it.attachTo(none as ICodeEngineProject))).toHaveLength(1);
  expect(refusalOf(() => it.attachTo(PROJECT, { tlsSecret: none as IAppSecret }))).toHaveLength(1);
  it.attachTo(PROJECT);
  const tlsSecret = AppSecret.fromSecretName('another');
  expect(refusalOf(() => it.attachTo(PROJECT, { tlsSecret }))).toEqual([
    expect.stringMatching(/^tlsSecret: got another TLS secret/),
  ]);
});

test('a certificate hands out its id and its group, and nothing that is renewed', () => {
  const { secretId } = renderedValues((stack) => ({ secretId: certificate(stack).secretId }));
  expect(secretId).toMatch(/^\$\{ibm_sm_public_certificate\.\w+\.secret_id\}$/);
  const it = certificate(newStack());
  expect(Object.keys(it).filter((key) => /expir|serial|validity|key/i.test(key))).toEqual([]);
});

test('a certificate that exists keeps its group', () => {
  const stack = newStack();
  const it: RotatingCertificate = certificate(stack, { source: existing(stack) });
  expect(it.group.secretGroupId).toBe(GROUP_ID);
  expect(it.secretId).toBe(OTHER_ID);
});

test('an imported certificate may live less than ninety days', () => {
  const stack = newStack();
  const source = CertificateSource.imported({
    store: store(stack),
    certificate: '${var.certificate}',
    privateKey: value(stack),
  });
  expect(() => certificate(stack, { source, maximumDays: 30 })).not.toThrow();
});
