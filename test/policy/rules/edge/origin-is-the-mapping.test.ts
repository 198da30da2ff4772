import { originIsTheMapping } from '../../../../lib/policy/rules/edge/origin-is-the-mapping';
import { testRule, UNKNOWN } from '../../../kit/rules';

const to = (address: string) => ({ origins: [{ name: 'a', address }] });

testRule(originIsTheMapping, {
  holds: [
    to('${ibm_code_engine_domain_mapping.m.cname_target}'),
    to('custom.abc.us-south.codeengine.appdomain.cloud'),
    to('origin.example.com'),
  ],
  breaks: [
    to('web.abc.us-south.codeengine.appdomain.cloud'),
    to('${ibm_code_engine_app.web.endpoint}'),
  ],
  unknown: [{ origins: UNKNOWN }],
  saysNothing: 'holds',
});
