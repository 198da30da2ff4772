/**
 * Seconds until an authorization between services holds everywhere: what uses it before is refused.
 *
 * IBM documents no number; its own Terraform modules wait this long.
 * @see https://cloud.ibm.com/docs/account?topic=account-serviceauth
 */
export const AUTHORIZATION_PROPAGATION_SECONDS = 30;

/**
 * What services are let do to each other, each from one instance to another; no identity gets any of it.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-prepare-order-certificates
 */
export const AUTHORIZATIONS = {
  /** Secrets Manager proves to the certificate authority that it holds the domain. */
  writeDnsRecords: { service: 'internet-svcs', roles: ['Manager'] },
  /** Secrets Manager tells what happens to its secrets. */
  sendEvents: { service: 'event-notifications', roles: ['Event Source Manager'] },
} as const;
