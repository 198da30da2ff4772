import { CERTIFICATE_LIFETIME_DAYS } from '../../../facts/certificates';
import { Rule, breaks, holds } from '../../rule';

export const edgeShortLived: Rule = {
  id: 'certificates/edge-short-lived',
  title: 'a certificate of the edge or of an origin lives 90 days at most',
  severity: 'medium',
  types: ['ibm_cis_advanced_certificate_pack_order', 'ibm_cis_origin_certificate_order'],
  reads: ['validity', 'requested_validity'],
  remedy: 'order it for 90 days or fewer',
  fix: {
    typescript: 'new EdgeTls(this, "tls", { zone, hosts, certificateDays: 90 })',
    hcl: 'validity = 90',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure',
  row: 'certificates',
  controls: ['NIST SC-12', 'NIST SC-17'],
  packs: ['baseline', 'layer7'],
  catalogue: ['TLS-007'],

  judge(order) {
    for (const attribute of ['validity', 'requested_validity']) {
      const days = order.number(attribute);
      if (days !== undefined && days > CERTIFICATE_LIFETIME_DAYS) {
        return breaks(`\`${attribute}\` is ${days} days`);
      }
    }
    return holds;
  },
};
