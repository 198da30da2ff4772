import { GATEWAY_NAME, VPC_ID } from '../../lib/facts/vpc';
import { readProvider } from '../../tools/provider-data';

test('gateways are named as the provider takes it', () => {
  const { name } = readProvider().resources.ibm_is_virtual_endpoint_gateway.facts.attributes;
  expect(GATEWAY_NAME.pattern.source).toBe(name.pattern);
  expect(GATEWAY_NAME.most).toBe(name.maxLength);
});

test('ids have no spaces and no capitals', () => {
  expect(['r006-4727d842', 'r006 1', 'R006', ''].map((it) => VPC_ID.pattern.test(it))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
