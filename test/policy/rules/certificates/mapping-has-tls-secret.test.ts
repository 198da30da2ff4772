import { mappingHasTlsSecret } from '../../../../lib/policy/rules/certificates/mapping-has-tls-secret';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const by = (secret: object) =>
  world({
    ibm_code_engine_domain_mapping: { it: { tls_secret: '${ibm_code_engine_secret.s.name}' } },
    ibm_code_engine_secret: { s: secret },
  });

testRule(mappingHasTlsSecret, {
  holds: [by({ format: 'tls' }), { tls_secret: 'tls' }],
  breaks: [by({ format: 'generic' }), { tls_secret: '' }],
  unknown: [by({ format: UNKNOWN })],
  saysNothing: 'breaks',
});
