/** Props of zones, perimeters and private ways in as their types allow them, right and wrong. */
import * as fc from 'fast-check';
import { Inbound } from '../../lib/constructs/access/inbound';
import { NetworkAddress } from '../../lib/constructs/access/network-address';
import { NetworkPerimeterProps } from '../../lib/constructs/access/network-perimeter';
import { NetworkZoneProps } from '../../lib/constructs/access/network-zone';
import { PrivateIngressProps } from '../../lib/constructs/workloads/private-ingress';
import { ProjectSelector, SecondFactorLevel } from '../../lib/facts/context-based-restrictions';
import { RESOURCE_GROUP_ID, waiver } from './samples';
import { ACCOUNT, OFFICE, PIPELINE, VPC } from './samples-network';

const isPlain = (it: string) => !/[$%]\{/.test(it);
const text = fc.string({ maxLength: 20 }).filter(isPlain);
const some = <T extends object>(members: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const name = rarely(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/), text);
const isWaived = rarely(fc.constant(undefined), fc.constant(waiver()));
const byte = fc.integer({ min: 1, max: 250 });
const ip = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join('.'));

const address = rarely(
  fc.oneof(
    ip.map((it) => NetworkAddress.ip(it)),
    fc.tuple(byte, byte).map(([a, b]) => NetworkAddress.subnet(`192.${a}.${b}.0/24`)),
    fc.constant(NetworkAddress.vpc(VPC)),
    fc.constantFrom('event-notifications', 'codeengine').map((it) => NetworkAddress.service(it)),
  ),
  fc.constantFrom(NetworkAddress.subnet('0.0.0.0/0'), 'everywhere' as unknown as NetworkAddress),
);

export const zoneProps = fc
  .tuple(
    fc.record({
      accountId: rarely(fc.constant(ACCOUNT), text),
      addresses: fc.array(address, { maxLength: 5 }),
    }),
    some<Omit<NetworkZoneProps, 'accountId' | 'addresses'>>({
      zoneName: name,
      description: text,
      waivers: some({ wideRanges: isWaived }),
    }),
  )
  .map(([required, props]) => ({ ...required, ...props }));

export const perimeterProps = some<Omit<NetworkPerimeterProps, 'project'>>({
  inbound: fc.constantFrom(
    Inbound.isolated(),
    Inbound.privateOnly(),
    Inbound.privateFrom([OFFICE, PIPELINE]),
    {} as Inbound,
  ),
  management: fc.record(
    {
      deployer: rarely(fc.constant(PIPELINE), fc.constant(undefined as never)),
      services: fc.array(fc.constantFrom(OFFICE, PIPELINE), { maxLength: 2 }),
      people: fc.array(rarely(fc.constant(OFFICE), fc.constant('x' as never)), { maxLength: 2 }),
      secondFactor: fc.constantFrom(...Object.values(SecondFactorLevel)),
    },
    { requiredKeys: ['deployer'] },
  ),
  projectSelector: fc.constantFrom(...Object.values(ProjectSelector)),
  waivers: some({ reportOnly: isWaived }),
});

export const ingressProps = fc
  .tuple(
    fc.record({
      resourceGroupId: rarely(fc.constant(RESOURCE_GROUP_ID), text),
      vpcId: rarely(fc.constant('r006-1'), text),
      subnetIds: fc.array(rarely(fc.constant('0717-1'), text), { maxLength: 3 }),
      securityGroupIds: fc.array(rarely(fc.constant('r006-2'), text), { maxLength: 2 }),
    }),
    some<Pick<PrivateIngressProps, 'gatewayName' | 'waivers'>>({
      gatewayName: name,
      waivers: some({ defaultSecurityGroup: isWaived }),
    }),
  )
  .map(([required, props]) => ({ ...required, ...props }));
