import { recordProxied } from '../../../../lib/policy/rules/edge/record-proxied';
import { testRule, UNKNOWN } from '../../../kit/rules';

const content = '${ibm_code_engine_domain_mapping.m.cname_target}';

testRule(recordProxied, {
  holds: [{ content, proxied: true }, { content: 'mail.example.com' }],
  breaks: [
    { content },
    { content: 'custom.a.us-south.codeengine.appdomain.cloud', proxied: false },
  ],
  unknown: [{ content, proxied: UNKNOWN }],
  saysNothing: 'holds',
});
