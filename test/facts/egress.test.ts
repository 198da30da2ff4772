import { ALLOW_ALL, IPV4_RANGE, PRIVATE_PATH_CRN, WIDEST_MASK } from '../../lib/facts/egress';
import { WORKLOAD_NAME } from '../../lib/facts/names';
import { readProvider } from '../../tools/provider-data';

const { attributes } = readProvider().resources.ibm_code_engine_allowed_outbound_destination.facts;

const source = (pattern: string) => new RegExp(pattern).source;

test('ranges and gateways are checked as the provider checks them', () => {
  expect(IPV4_RANGE.pattern.source).toBe(source(attributes.cidr_block.pattern!));
  const { pattern } = attributes.private_path_service_gateway_crn;
  expect(PRIVATE_PATH_CRN.pattern.source).toBe(source(pattern!));
});

test('the longest range fits', () => {
  expect('255.255.255.255/32').toHaveLength(IPV4_RANGE.most);
});

test('the built-in destination has a name like any other', () => {
  expect(ALLOW_ALL).toMatch(WORKLOAD_NAME.pattern);
});

test('the widest private range needs no waiver', () => {
  expect(WIDEST_MASK).toBe(8);
});
