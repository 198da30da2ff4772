import {
  CERTIFICATE_LIFETIME_DAYS,
  CERTIFICATE_LIMITS,
  CertificateKind,
  KeyAlgorithm,
  RENEWAL_DAYS_BEFORE_EXPIRY,
} from '../../lib/facts/certificates';

test('a certificate is renewed in the last half of its life', () => {
  expect(CERTIFICATE_LIFETIME_DAYS).toBe(90);
  expect(RENEWAL_DAYS_BEFORE_EXPIRY).toBeLessThan(CERTIFICATE_LIFETIME_DAYS / 2);
});

test('a certificate lives as long as it is issued for, unless somebody answers for more', () => {
  const { least, most } = CERTIFICATE_LIMITS.maximumDays;
  expect(least).toBeLessThan(CERTIFICATE_LIFETIME_DAYS);
  expect(most).toBeGreaterThan(CERTIFICATE_LIFETIME_DAYS);
});

test('keys and kinds are words of Secrets Manager', () => {
  // as the provider documents the algorithm of an order.
  for (const it of Object.values(KeyAlgorithm))
    expect(it).toMatch(/^(RSA2048|RSA4096|EC256|EC384)$/);
  expect(Object.values(CertificateKind)).toEqual(['public_cert', 'imported_cert']);
});
