/**
 * The oldest TLS version that Code Engine's own endpoints accept, and so the floor everywhere.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-tls
 */
export const MINIMUM_TLS_VERSION = '1.2';

/**
 * The six cipher suites of Code Engine's endpoints, in IBM's order.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-cipher-suites
 */
export const CIPHER_SUITES = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
] as const;
