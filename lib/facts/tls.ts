import { Range } from './limits';

/**
 * The oldest TLS version that Code Engine's own endpoints accept, and so the floor everywhere.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-tls
 */
export const MINIMUM_TLS_VERSION = '1.2';

/**
 * Versions of TLS that a client may be held to; none below Code Engine's own floor.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options
 */
export enum TlsVersion {
  V1_2 = '1.2',
  /** Its suites are fixed: a list of suites beside it is refused. */
  V1_3 = '1.3',
}

/**
 * The six cipher suites of Code Engine's endpoints, in IBM's order; all are of TLS 1.2.
 *
 * Suites of TLS 1.3 are not among them because nobody chooses those: the edge offers all of its own as soon as it
 * offers TLS 1.3.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-cipher-suites
 * @see https://developers.cloudflare.com/ssl/edge-certificates/additional-options/cipher-suites/
 */
export const CIPHER_SUITES = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
] as const;

/**
 * What old clients of TLS 1.2 need beside the six: forward secrecy too, but no authenticated encryption.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-set-up-cipher-suites
 */
export const LEGACY_CIPHER_SUITES = [
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-ECDSA-AES256-SHA384',
  'ECDHE-RSA-AES128-SHA256',
  'ECDHE-RSA-AES256-SHA384',
] as const;

/**
 * Seconds for which a browser keeps to HTTPS; less than five minutes would be none.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-cis-tls-options
 */
export const HSTS_MAX_AGE: Range = { least: 300, most: 31536000 };

/**
 * Who issues the certificates that are ordered for the edge.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-managing-edge-certs
 */
export enum EdgeCertificateAuthority {
  LETS_ENCRYPT = 'lets_encrypt',
  GOOGLE = 'google',
}

/**
 * Days that a certificate of the edge lives, as its authority issues it; it is renewed by itself.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-managing-edge-certs
 */
export const EDGE_CERTIFICATE_DAYS: Readonly<Record<EdgeCertificateAuthority, readonly number[]>> =
  {
    [EdgeCertificateAuthority.LETS_ENCRYPT]: [90],
    [EdgeCertificateAuthority.GOOGLE]: [14, 30, 90],
  };
