import { fromSecretsManager } from '../../../../lib/policy/rules/certificates/from-secrets-manager';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(fromSecretsManager, {
  holds: [
    { format: 'generic' },
    { format: 'tls', data: '${sensitive({ tls_cert = ibm_sm_public_certificate.c.certificate })}' },
  ],
  breaks: [{ format: 'tls', data: { tls_cert: '${var.chain}' } }, { format: 'tls' }],
  unknown: [{ format: UNKNOWN }],
  saysNothing: 'holds',
});
