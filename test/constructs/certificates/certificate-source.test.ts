import { TerraformStack } from 'cdktf';
import {
  CertificateSource,
  ExistingCertificateOptions,
  ImportedCertificateOptions,
} from '../../../lib/constructs/certificates/certificate-source';
import { ICertificateIssuer } from '../../../lib/constructs/certificates/lets-encrypt';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CertificateKind, KeyAlgorithm } from '../../../lib/facts/certificates';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY } from '../../kit/samples';
import { issuer } from '../../kit/samples-certificates';
import { group, store, value } from '../../kit/samples-secrets';
import { newStack } from '../../kit/synth';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const SECRET_ID = '44444444-89ab-cdef-0123-456789abcdef';
const imported = (stack: TerraformStack, options: Partial<ImportedCertificateOptions> = {}) =>
  CertificateSource.imported({
    store: store(stack),
    certificate: PEM,
    intermediate: PEM,
    privateKey: value(stack),
    ...options,
  });
const existing = (stack: TerraformStack, options: Partial<ExistingCertificateOptions> = {}) =>
  CertificateSource.existing({ group: group(stack), secretId: SECRET_ID, ...options });

test('sources are made without rendering anything, and say what they are', () => {
  for (const make of [imported, existing]) {
    expect(`${make(newStack())}`).toBe('a source of a certificate');
  }
  expect(imported(newStack(), { intermediate: undefined })).toBeDefined();
  expect(imported(newStack(), { certificate: '${var.certificate}' })).toBeDefined();
});

test.each<[string, object]>([
  ['keyAlgorithm', { keyAlgorithm: 'DSA' as KeyAlgorithm }],
  ['generation', { generation: 0 }],
  ['generation', { generation: 1.5 }],
])('an order is refused for its %s when it is %j', (prop, options) => {
  expect(refusalOf(() => CertificateSource.ordered(issuer(newStack()), options))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('an order is refused without an issuer', () => {
  const none = undefined as unknown as ICertificateIssuer;
  expect(refusalOf(() => CertificateSource.ordered(none))).toEqual([
    'issuer: got nothing, expected a LetsEncrypt',
  ]);
});

test.each<[string, Partial<ImportedCertificateOptions>]>([
  ['store', { store: undefined }],
  ['certificate', { certificate: undefined }],
  ['certificate', { certificate: CANARY }],
  ['certificate', { certificate: `${PEM}-----BEGIN PRIVATE KEY-----\n${CANARY}` }],
  ['intermediate', { intermediate: CANARY }],
  ['privateKey', { privateKey: CANARY as unknown as SecretValue }],
])('an import is refused for its %s, and what was given is not shown', (prop, options) => {
  const define = () => imported(newStack(), options);
  expect(refusalOf(define)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
  expect(messageOf(define)).not.toContain(CANARY);
});

test.each<[string, Partial<ExistingCertificateOptions>]>([
  ['group', { group: undefined }],
  ['secretId', { secretId: undefined }],
  ['secretId', { secretId: 'web' }],
  ['kind', { kind: 'kv' as CertificateKind }],
])('a certificate that exists is refused for its %s when it is %j', (prop, options) => {
  expect(refusalOf(() => existing(newStack(), options))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});
