import { hstsOfSubdomains } from '../../../../lib/policy/rules/edge/hsts-of-subdomains';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(hstsOfSubdomains, {
  holds: [{ security_header: [{ include_subdomains: true }] }],
  breaks: [{ security_header: { include_subdomains: false } }],
  unknown: [{ security_header: [{ include_subdomains: UNKNOWN }] }],
  saysNothing: 'breaks',
});
