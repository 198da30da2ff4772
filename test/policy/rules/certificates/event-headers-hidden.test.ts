import { eventHeadersHidden } from '../../../../lib/policy/rules/certificates/event-headers-hidden';
import { testRule, UNKNOWN } from '../../../kit/rules';

const headers = (custom: object | string, sensitive?: string[]) => ({
  config: [{ params: [{ custom_headers: custom, sensitive_headers: sensitive }] }],
});

testRule(eventHeadersHidden, {
  holds: [headers({ 'X-Shop': 'a' }), headers({ Authorization: 'x' }, ['authorization'])],
  breaks: [headers({ Authorization: 'x' }), headers({ 'X-Api-Key': 'x' }, ['Authorization'])],
  unknown: [headers(UNKNOWN)],
  saysNothing: 'holds',
});
