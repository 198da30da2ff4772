import { Rule, breaks, holds } from '../../rule';

export const notFromStaging: Rule = {
  id: 'certificates/not-from-staging',
  title: 'a certificate is issued by an authority that browsers trust',
  severity: 'high',
  types: ['ibm_sm_public_certificate_configuration_ca_lets_encrypt'],
  reads: ['lets_encrypt_environment'],
  remedy: 'use the production environment',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'lets_encrypt_environment = "production"',
  },
  reference:
    'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-prepare-order-certificates',
  row: 'certificates',
  controls: ['NIST SC-17'],
  packs: ['baseline'],
  catalogue: ['TLS-009'],

  judge(authority) {
    const environment = authority.text('lets_encrypt_environment');
    return environment === 'staging' ? breaks("`lets_encrypt_environment` is 'staging'") : holds;
  },
};
