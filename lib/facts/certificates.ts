/**
 * Days that a certificate lives: the example that IBM's page gives, and what Let's Encrypt issues.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 */
export const CERTIFICATE_LIFETIME_DAYS = 90;

/**
 * Days before the end of its life at which Secrets Manager renews a public certificate.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-automatic-rotation
 */
export const RENEWAL_DAYS_BEFORE_EXPIRY = 31;

/**
 * The key of a certificate that is ordered.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-public-certificates
 */
export enum KeyAlgorithm {
  /** RSA of 2048 bits, which every client knows. */
  RSA2048 = 'RSA2048',
  /** RSA of 4096 bits. */
  RSA4096 = 'RSA4096',
  /** Elliptic curve of 256 bits: as strong as RSA of 3072, and faster. */
  EC256 = 'EC256',
  /** Elliptic curve of 384 bits. */
  EC384 = 'EC384',
}

/** How a certificate came into Secrets Manager. */
export enum CertificateKind {
  /** It was ordered there, and is renewed there. */
  PUBLIC = 'public_cert',
  /** It was made elsewhere, and somebody imports it. */
  IMPORTED = 'imported_cert',
}

/** What one certificate may ask for. */
export const CERTIFICATE_LIMITS = {
  /** Hosts of one certificate, the first of them its common name. */
  hosts: 100,
  /** Characters of the common name. */
  commonName: 64,
  /** Days that it may be valid: no browser takes more. */
  maximumDays: { least: 1, most: 398 },
  /** How often it can be ordered anew by hand. */
  generation: { least: 1, most: 1000000 },
} as const;
