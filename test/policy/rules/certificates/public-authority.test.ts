import { publicAuthority } from '../../../../lib/policy/rules/certificates/public-authority';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const mapped = (data: string) =>
  world({
    ibm_code_engine_secret: { it: { format: 'tls', data } },
    ibm_code_engine_domain_mapping: { m: { tls_secret: '${ibm_code_engine_secret.it.name}' } },
  });

testRule(publicAuthority, {
  holds: [mapped('${ibm_sm_public_certificate.c.certificate}'), { format: 'generic' }],
  breaks: [mapped('${ibm_sm_private_certificate.c.certificate}')],
  unknown: [{ format: UNKNOWN }],
  saysNothing: 'holds',
});
