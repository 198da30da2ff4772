import { Rule, breaks, holds } from '../../rule';

export const newKeyEachTime: Rule = {
  id: 'certificates/new-key-each-time',
  title: 'a certificate gets a new key when it is renewed',
  severity: 'low',
  types: ['ibm_sm_public_certificate'],
  reads: ['rotation.rotate_keys'],
  remedy: 'rotate the key too',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'rotation { rotate_keys = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-automatic-rotation',
  row: 'certificates',
  controls: ['NIST SC-12(3)', 'IBM-FS SC-17'],
  packs: ['financial-services'],
  catalogue: ['TLS-004'],

  judge(certificate) {
    return certificate.flag('rotation.rotate_keys') === true
      ? holds
      : breaks('`rotation.rotate_keys` is not true');
  },
};
