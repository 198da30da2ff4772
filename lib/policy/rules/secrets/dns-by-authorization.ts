import { Rule, breaks, holds } from '../../rule';

export const dnsByAuthorization: Rule = {
  id: 'secrets/dns-by-authorization',
  title: 'an authorization, and no API key, lets Secrets Manager write DNS records',
  severity: 'medium',
  types: ['ibm_sm_public_certificate_configuration_dns_cis'],
  reads: ['cloud_internet_services_apikey'],
  remedy: 'authorize the instance for Internet Services, and take the key out',
  fix: {
    typescript: 'new LetsEncrypt(this, "issuer", { store, zone, accountKey })',
    hcl: 'resource "ibm_iam_authorization_policy" "dns" { target_service_name = "internet-svcs" roles = ["Manager"] … }',
  },
  reference:
    'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-prepare-order-certificates',
  row: 'access',
  controls: ['NIST IA-5', 'NIST AC-6', 'IBM-FS AC-6'],
  packs: ['baseline'],
  catalogue: ['SEC-009'],

  judge(dns) {
    // nor is the attribute marked sensitive.
    return dns.given('cloud_internet_services_apikey')
      ? breaks('`cloud_internet_services_apikey` is there, a key that plans print')
      : holds;
  },
};
