import { Rule, manual } from '../../rule';

export const importedIsRenewedByHand: Rule = {
  id: 'certificates/imported-is-renewed-by-hand',
  title: 'an imported certificate is renewed by somebody',
  severity: 'medium',
  types: ['ibm_sm_imported_certificate'],
  reads: ['certificate'],
  remedy: 'order a public certificate, or alert somebody before it ends',
  fix: {
    typescript:
      'new RotatingCertificate(this, "certificate", { source, hosts, hub, rotatorImage, alarms })',
    hcl: 'resource "ibm_sm_public_certificate" "c" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-automatic-rotation',
  row: 'certificates',
  controls: ['NIST SC-17'],
  packs: [],
  catalogue: ['TLS-006'],

  judge() {
    return manual(
      'nobody renews an imported certificate: see that somebody is told before it ends',
    );
  },
};
