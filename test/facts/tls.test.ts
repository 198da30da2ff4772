import {
  CIPHER_SUITES,
  EDGE_CERTIFICATE_DAYS,
  EdgeCertificateAuthority,
  HSTS_MAX_AGE,
  LEGACY_CIPHER_SUITES,
  MINIMUM_TLS_VERSION,
  TlsVersion,
} from '../../lib/facts/tls';
import { readProvider } from '../../tools/provider-data';

test('the suites are the six of the page, with forward secrecy and authenticated encryption', () => {
  expect(new Set(CIPHER_SUITES).size).toBe(6);
  for (const suite of CIPHER_SUITES) {
    expect(suite).toMatch(/^ECDHE-(ECDSA|RSA)-(AES\d{3}-GCM-SHA\d{3}|CHACHA20-POLY1305)$/);
  }
});

test('the edge takes every one of them', () => {
  const settings = readProvider().resources.ibm_cis_domain_settings.facts.attributes;
  expect(settings.cipher.element?.allowed).toEqual(
    expect.arrayContaining([...CIPHER_SUITES, ...LEGACY_CIPHER_SUITES]),
  );
});

test('old clients get suites with forward secrecy, and none of the six twice', () => {
  for (const suite of LEGACY_CIPHER_SUITES) expect(suite).toMatch(/^ECDHE-/);
  expect(new Set([...CIPHER_SUITES, ...LEGACY_CIPHER_SUITES]).size).toBe(10);
});

test('the floor is 1.2, and no version can be asked for that is below it or does not exist', () => {
  expect(MINIMUM_TLS_VERSION).toBe('1.2');
  expect(Object.values(TlsVersion)).toEqual([MINIMUM_TLS_VERSION, '1.3']);
});

test('a browser keeps to HTTPS for a year at most', () => {
  expect(HSTS_MAX_AGE.most).toBe(365 * 24 * 60 * 60);
  expect(HSTS_MAX_AGE.least).toBeGreaterThan(0);
});

test('no certificate of the edge lives longer than 90 days', () => {
  expect(Object.keys(EDGE_CERTIFICATE_DAYS).sort()).toEqual(
    Object.values(EdgeCertificateAuthority).sort(),
  );
  expect(Math.max(...Object.values(EDGE_CERTIFICATE_DAYS).flat())).toBe(90);
});
