import { TerraformStack } from 'cdktf';
import { NetworkAddress } from '../../../lib/constructs/access/network-address';
import { NetworkZone, NetworkZoneProps } from '../../../lib/constructs/access/network-zone';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { ACCOUNT } from '../../kit/samples-network';
import { newStack, renderedValues, synthesize } from '../../kit/synth';
import { expectTrap } from '../../kit/traps';

const TYPE = 'ibm_cbr_zone';
const of = (stack: TerraformStack, props: Partial<NetworkZoneProps> = {}) =>
  new NetworkZone(stack, 'office', {
    accountId: ACCOUNT,
    addresses: [NetworkAddress.ip('192.0.2.7')],
    ...props,
  });

test('a zone renders its defaults', () => {
  expect(synthesize((stack) => of(stack)).only(TYPE)).toEqual({
    account_id: ACCOUNT,
    name: 'test-office',
    description: 'test-office',
    addresses: [{ type: 'ipAddress', value: '192.0.2.7' }],
  });
});

test('a zone renders every prop, its addresses in one order', () => {
  const zone = synthesize((stack) =>
    of(stack, {
      zoneName: 'The office',
      description: 'Where people work',
      addresses: ['192.0.2.0/24', '0.0.0.0/1'].map((it) => NetworkAddress.subnet(it)),
      waivers: { wideRanges: waiver() },
    }),
  ).only(TYPE);
  expect(zone).toMatchObject({
    name: 'The office',
    description: 'Where people work',
    addresses: [
      { type: 'subnet', value: '0.0.0.0/1' },
      { type: 'subnet', value: '192.0.2.0/24' },
    ],
    waivers: [recorded('access/zone-narrow')],
  });
});

test.each<[string, Partial<NetworkZoneProps>]>([
  ['accountId', { accountId: undefined }],
  ['accountId', { accountId: 'a/0123' }],
  ['addresses', { addresses: undefined }],
  ['addresses.0', { addresses: ['192.0.2.7' as unknown as NetworkAddress] }],
  ['addresses', { addresses: [NetworkAddress.subnet('0.0.0.0/0')] }],
  ['zoneName', { zoneName: 'a.b' }],
  ['description', { description: 'a\nb' }],
  ['waivers.wideRanges', { waivers: { wideRanges: waiver() } }],
])('a zone is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => of(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a zone of nothing is refused', () => {
  expectTrap('context-based-restrictions/zone-without-addresses-passes-plan');
  expect(refusalOf(() => of(newStack(), { addresses: [] }))[0]).toMatch(/^addresses: got none/);
});

test('a zone hands out its id, and one that exists is known by it', () => {
  const handedOut = renderedValues((stack) => ({ id: of(stack).networkZoneId }));
  expect(handedOut.id).toMatch(/^\$\{ibm_cbr_zone\.office_\w+\.id\}$/);
  expect(NetworkZone.fromNetworkZoneId('abc')).toEqual({ networkZoneId: 'abc' });
  for (const id of [undefined, 'a b']) {
    expect(refusalOf(() => NetworkZone.fromNetworkZoneId(id as string))).toHaveLength(1);
  }
});
