import { Rule, breaks, holds } from '../../rule';

export const renewedByItself: Rule = {
  id: 'certificates/renewed-by-itself',
  title: 'a public certificate is renewed by itself',
  severity: 'high',
  types: ['ibm_sm_public_certificate'],
  reads: ['rotation.auto_rotate'],
  remedy: 'switch automatic rotation on',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'rotation { auto_rotate = true rotate_keys = true }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-automatic-rotation',
  row: 'certificates',
  controls: ['NIST SC-12', 'NIST SC-17', 'CIS 10.1'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['TLS-003'],

  judge(certificate) {
    return certificate.flag('rotation.auto_rotate') === true
      ? holds
      : breaks('`rotation.auto_rotate` is not true');
  },
};
