import { NetworkAddress } from '../../../lib/constructs/access/network-address';
import { refusalOf } from '../../kit/refusal';
import { ACCOUNT, VPC } from '../../kit/samples-network';
import { expectTrap } from '../../kit/traps';

const { ip, range, subnet, vpc, service } = NetworkAddress;

test('each address is of a type that the service knows', () => {
  expectTrap('context-based-restrictions/zone-address-type-is-unchecked');
  const all = [
    ip('192.0.2.7'),
    range('192.0.2.1', '192.0.2.9'),
    subnet('192.0.2.0/24'),
    vpc(VPC),
    service('event-notifications'),
  ];
  expect(all.map((it) => it._toTerraform(ACCOUNT))).toEqual([
    { type: 'ipAddress', value: '192.0.2.7' },
    { type: 'ipRange', value: '192.0.2.1-192.0.2.9' },
    { type: 'subnet', value: '192.0.2.0/24' },
    { type: 'vpc', value: VPC },
    { type: 'serviceRef', ref: { accountId: ACCOUNT, serviceName: 'event-notifications' } },
  ]);
});

test.each([
  ['a company', subnet('192.0.0.0/16'), false],
  ['half the internet', subnet('0.0.0.0/1'), true],
  ['everything', subnet('0.0.0.0/0'), true],
  ['more than a company', range('192.0.0.0', '192.2.0.0'), true],
  ['a private network', subnet('10.0.0.0/8'), false],
  ['more than a private network', subnet('10.0.0.0/7'), true],
  ['private addresses', range('10.0.0.0', '10.255.255.255'), false],
  ['a VPC', vpc(VPC), false],
])('%s is wide: %#', (_, address, isWide) => expect(address._isWide).toBe(isWide));

test.each<[string, () => NetworkAddress]>([
  ['address', () => ip('192.0.2.256')],
  ['address', () => ip('2001:db8::1')],
  ['first', () => range('a', '192.0.2.9')],
  ['last', () => range('192.0.2.9', '192.0.2.1')],
  ['cidr', () => subnet('192.0.2.0')],
  ['crn', () => vpc('r006-1')],
  ['serviceName', () => service('Event Notifications')],
])('an address is refused for its %s', (prop, define) => {
  expect(refusalOf(define)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});
