/** Zones, perimeters and private ways in, minimal and full, through real Terraform. */
import { Inbound } from '../../../lib/constructs/access/inbound';
import { NetworkAddress } from '../../../lib/constructs/access/network-address';
import { NetworkPerimeter } from '../../../lib/constructs/access/network-perimeter';
import { NetworkZone } from '../../../lib/constructs/access/network-zone';
import { PrivateIngress } from '../../../lib/constructs/workloads/private-ingress';
import { ProjectSelector } from '../../../lib/facts/context-based-restrictions';
import { PROJECT } from '../../kit/judged';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, project, waiver } from '../../kit/samples';
import { ACCOUNT, VPC, zoneIn } from '../../kit/samples-network';

takesThroughLife({
  'a minimal NetworkZone': (stack) => void zoneIn(stack),
  'a full NetworkZone': (stack) =>
    void new NetworkZone(stack, 'office', {
      accountId: ACCOUNT,
      addresses: [
        NetworkAddress.ip('192.0.2.7'),
        NetworkAddress.range('192.0.2.8', '192.0.2.20'),
        NetworkAddress.subnet('0.0.0.0/1'),
        NetworkAddress.vpc(VPC),
        NetworkAddress.service('event-notifications'),
      ],
      zoneName: 'The office',
      description: 'Where people work',
      waivers: { wideRanges: waiver() },
    }),
  'a minimal NetworkPerimeter, which reports': (stack) =>
    void new NetworkPerimeter(stack, 'perimeter', {
      project: PROJECT,
      inbound: Inbound.privateOnly(),
      waivers: { reportOnly: waiver() },
    }),
  'a full NetworkPerimeter of a project that is made, which refuses': (stack) =>
    new NetworkPerimeter(stack, 'perimeter', {
      project: project(stack),
      inbound: Inbound.privateFrom([zoneIn(stack, 'callers')]),
      management: {
        deployer: zoneIn(stack, 'pipeline'),
        services: [zoneIn(stack, 'services')],
        people: [zoneIn(stack, 'office')],
      },
      projectSelector: ProjectSelector.SERVICE_INSTANCE,
    }).enforce(),
  'a minimal PrivateIngress': (stack) =>
    void new PrivateIngress(stack, 'ingress', {
      project: PROJECT,
      resourceGroupId: RESOURCE_GROUP_ID,
      vpcId: 'r006-1',
      subnetIds: ['0717-1'],
      waivers: { defaultSecurityGroup: waiver() },
    }),
  'a full PrivateIngress': (stack) =>
    void new PrivateIngress(stack, 'ingress', {
      project: project(stack),
      resourceGroupId: RESOURCE_GROUP_ID,
      vpcId: 'r006-1',
      subnetIds: ['0717-1', '0727-2'],
      securityGroupIds: ['r006-2', 'r006-3'],
      gatewayName: 'shop',
    }),
});
