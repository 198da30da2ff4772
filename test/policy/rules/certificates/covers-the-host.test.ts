import { coversTheHost } from '../../../../lib/policy/rules/certificates/covers-the-host';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const by = (name: string, certificate: object) =>
  world({
    ibm_code_engine_domain_mapping: {
      it: { name, tls_secret: '${ibm_code_engine_secret.s.name}' },
    },
    ibm_code_engine_secret: {
      s: { data: '${sensitive({ tls_cert = ibm_sm_public_certificate.c.certificate })}' },
    },
    ibm_sm_public_certificate: { c: certificate },
  });
const HOST = 'shop.example.com';

testRule(coversTheHost, {
  holds: [
    by(HOST, { common_name: HOST }),
    by(HOST, { common_name: 'example.com', alt_names: ['*.example.com'] }),
    { name: HOST, tls_secret: 'tls' },
  ],
  breaks: [
    by(HOST, { common_name: 'www.example.com' }),
    by('a.b.example.com', { common_name: '*.example.com' }),
  ],
  unknown: [by(HOST, { common_name: UNKNOWN }), by(UNKNOWN, { common_name: HOST })],
  saysNothing: 'holds',
});
