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
