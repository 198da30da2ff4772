import * as facts from '../../lib/facts/context-based-restrictions';
import { testNameRules } from '../kit/name-rules';

const VPC = 'crn:v1:bluemix:public:is:us-south:a/0123456789abcdef::vpc:r006-1';

testNameRules(facts, [
  ['ZONE_NAME', 'The office', 'a.b'],
  ['ACCOUNT_ID', '0123456789abcdef', 'a/0123'],
  ['NETWORK_ZONE_ID', '0123456789abcdef', 'a b'],
  ['IPV4_ADDRESS', '192.0.2.7', '192.0.2.256'],
  ['IPV4_ADDRESS', '10.0.0.1', '10.0.0.1.'],
  ['IPV4_ADDRESS', '1.2.3.4', '2001:db8::1'],
  ['VPC_CRN', VPC, VPC.replace(':vpc:', ':subnet:')],
  ['SERVICE_NAME', 'event-notifications', 'Event Notifications'],
]);

test('descriptions are plain', () => {
  expect(facts.RESTRICTION_TEXT.pattern.test('Only the office')).toBe(true);
  expect(facts.RESTRICTION_TEXT.pattern.test('a\nb')).toBe(false);
});

test('a rule is for the management of Code Engine or for its workloads, and never for both', () => {
  expect(facts.API_TYPES.management).toMatch(/:api-type:control-plane$/);
  expect(facts.API_TYPES.inbound).toMatch(/:api-type:data-plane$/);
});
