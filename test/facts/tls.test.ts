import { CIPHER_SUITES, MINIMUM_TLS_VERSION } from '../../lib/facts/tls';
import { readProvider } from '../../tools/provider-data';

test('the suites are the six of the page, with forward secrecy and authenticated encryption', () => {
  expect(new Set(CIPHER_SUITES).size).toBe(6);
  for (const suite of CIPHER_SUITES) {
    expect(suite).toMatch(/^ECDHE-(ECDSA|RSA)-(AES\d{3}-GCM-SHA\d{3}|CHACHA20-POLY1305)$/);
  }
});

test('the edge takes every one of them', () => {
  const settings = readProvider().resources.ibm_cis_domain_settings.facts.attributes;
  expect(settings.cipher.element?.allowed).toEqual(expect.arrayContaining([...CIPHER_SUITES]));
});

test('the floor is 1.2', () => expect(MINIMUM_TLS_VERSION).toBe('1.2'));
