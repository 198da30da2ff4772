/** Zones and a VPC, for tests of what is reached from where. */
import { TerraformStack } from 'cdktf';
import { NetworkAddress } from '../../lib/constructs/access/network-address';
import { INetworkZone, NetworkZone } from '../../lib/constructs/access/network-zone';
import { RESOURCE_GROUP_ID } from './samples';

export const ACCOUNT = '0123456789abcdef0123456789abcdef';
export const VPC = `crn:v1:bluemix:public:is:us-south:a/${ACCOUNT}::vpc:r006-1`;
export const OFFICE: INetworkZone = NetworkZone.fromNetworkZoneId('office');
export const PIPELINE: INetworkZone = NetworkZone.fromNetworkZoneId('pipeline');

export const zoneIn = (stack: TerraformStack, id = 'zone') =>
  new NetworkZone(stack, id, { accountId: ACCOUNT, addresses: [NetworkAddress.vpc(VPC)] });

/** A VPC whose callers reach something. */
export const callers = {
  vpcCrn: VPC,
  vpcId: 'r006-1',
  subnetIds: ['0717-1', '0727-2'],
  securityGroupIds: ['r006-2'],
  resourceGroupId: RESOURCE_GROUP_ID,
};
