import {
  CERTIFICATE_LIFETIME_DAYS,
  RENEWAL_DAYS_BEFORE_EXPIRY,
} from '../../lib/facts/certificates';

test('a certificate is renewed in the last half of its life', () => {
  expect(CERTIFICATE_LIFETIME_DAYS).toBe(90);
  expect(RENEWAL_DAYS_BEFORE_EXPIRY).toBeLessThan(CERTIFICATE_LIFETIME_DAYS / 2);
});
