import { CERTIFICATE_LIFETIME_DAYS } from '../../../facts/certificates';
import type { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

export const shortLived: Rule = {
  id: 'certificates/short-lived',
  title: 'a certificate of an app is valid for 90 days at most',
  severity: 'medium',
  types: ['ibm_sm_public_certificate', 'ibm_sm_imported_certificate'],
  reads: ['ca', 'validity.not_before', 'validity.not_after'],
  remedy: 'have it issued for at most 90 days',
  fix: {
    typescript:
      'CertificateSource.ordered(new LetsEncrypt(this, "issuer", { store, zone, accountKey }))',
    hcl: 'ca = ibm_sm_public_certificate_configuration_ca_lets_encrypt.ca.name',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
  row: 'certificates',
  controls: ['NIST SC-12', 'NIST SC-17'],
  packs: ['financial-services'],
  catalogue: [],

  judge(certificate) {
    // whatever is ordered there is valid for 90 days.
    if (certificate.follow('ca').some(({ type }) => type.endsWith('_ca_lets_encrypt')))
      return holds;
    const days = daysOf(certificate);
    return days > CERTIFICATE_LIFETIME_DAYS ? breaks(`it is valid for ${days} days`) : holds;
  },
};

/** Secrets Manager tells them once it has the certificate. */
function daysOf(certificate: Resource): number {
  const [begin, end] = ['validity.not_before', 'validity.not_after'].map((attribute) =>
    Date.parse(certificate.text(attribute) ?? ''),
  );
  const days = Math.round((end - begin) / 86_400_000);
  return Number.isNaN(days) ? certificate.undecided('validity') : days;
}
