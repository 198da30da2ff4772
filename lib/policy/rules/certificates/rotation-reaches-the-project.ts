import { Rule, breaks, holds } from '../../rule';

export const rotationReachesTheProject: Rule = {
  id: 'certificates/rotation-reaches-the-project',
  title: 'a project hears of a certificate that was renewed',
  severity: 'medium',
  types: ['ibm_sm_public_certificate'],
  reads: ['instance_id'],
  remedy: 'let Event Notifications start a job that carries the certificate',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'resource "ibm_en_subscription_ce" "renewed" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-event-notifications',
  row: 'certificates',
  controls: ['NIST SC-12', 'NIST SI-4'],
  packs: [],
  catalogue: ['TLS-008'],

  judge(certificate) {
    const chain = [
      'ibm_sm_en_registration',
      'ibm_en_topic',
      'ibm_en_destination_ce',
      'ibm_en_subscription_ce',
    ];
    const missing = chain.find((type) => certificate.others(type).length === 0);
    return missing === undefined ? holds : breaks(`no \`${missing}\` in the configuration`);
  },
};
