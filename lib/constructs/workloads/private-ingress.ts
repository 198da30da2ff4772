import { Construct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import {
  IsVirtualEndpointGateway,
  IsVirtualEndpointGatewayConfig,
} from '../../.gen/providers/ibm/is-virtual-endpoint-gateway';
import {
  OptOut,
  Problem,
  Settled,
  given,
  isA,
  known,
  matches,
  member,
  nameOf,
  recordWaivers,
  reject,
  shortDigest,
  unwaived,
  withDefaults,
} from '../../core';
import { RESOURCE_GROUP_ID } from '../../facts/names';
import { GATEWAY_NAME, VPC_ID } from '../../facts/vpc';
import { Waiver } from '../waiver';

/** Waivers for `PrivateIngress`. */
export interface PrivateIngressWaivers {
  /**
   * Excuses a gateway without security groups of your own.
   * @default - none
   */
  readonly defaultSecurityGroup?: Waiver;
}

/** Properties for `PrivateIngress`. */
export interface PrivateIngressProps {
  /** The project whose private endpoint it is: one gateway reaches all of its workloads of `Visibility.PRIVATE`. */
  readonly project: ICodeEngineProject;
  /** The id of the resource group, 32 characters. */
  readonly resourceGroupId: string;
  /** The id of the VPC from which the workloads are reached. */
  readonly vpcId: string;
  /** The ids of the subnets that get an address, one for each zone of the VPC that has callers; at least one. */
  readonly subnetIds: string[];
  /**
   * The ids of the security groups that say who in the VPC may connect; none needs a waiver, since the default group of a VPC is
   * everybody's.
   * @default - the default group of the VPC
   */
  readonly securityGroupIds?: string[];
  /**
   * The name of the gateway: lower case letters, digits and hyphens, at most 63 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly gatewayName?: string;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: PrivateIngressWaivers;
}

const DEFAULTS = { securityGroupIds: [] as string[], waivers: {} };
type Config = Settled<PrivateIngressProps, typeof DEFAULTS & { gatewayName: string }>;

/**
 * The way from a VPC to the private workloads of a project, by a virtual private endpoint: no request leaves IBM's network.
 *
 * The private endpoint of a project answers to all of IBM's private network, other accounts among it; a `NetworkPerimeter` with
 * `Inbound.privateFrom` and a zone of the VPC lets nobody else in. Names resolve some minutes after the gateway is made.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-vpe
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/is_virtual_endpoint_gateway
 */
export class PrivateIngress extends Construct {
  /** The id of the gateway. */
  public readonly gatewayId: string;
  /** The cloud resource name of the gateway. */
  public readonly crn: string;

  /** @throws an error naming every problem: no project, no subnet, a name or id that IBM Cloud does not take */
  constructor(scope: Construct, id: string, props: PrivateIngressProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, gatewayName: nameOf(this, GATEWAY_NAME) });
    reject(this, problemsIn(config));
    const gateway = new IsVirtualEndpointGateway(this, 'Resource', terraformOf(config));
    recordWaivers(gateway, optOutsIn(config));
    this.gatewayId = gateway.id;
    this.crn = gateway.crn;
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'crn', 'a CodeEngineProject'),
  ...given('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID.words),
  ...matches('resourceGroupId', config.resourceGroupId ?? undefined, RESOURCE_GROUP_ID),
  ...given('vpcId', config.vpcId, VPC_ID.words),
  ...matches('vpcId', config.vpcId ?? undefined, VPC_ID),
  ...someOf(config.subnetIds),
  ...idsIn('subnetIds', config.subnetIds ?? []),
  ...idsIn('securityGroupIds', config.securityGroupIds),
  ...matches('gatewayName', config.gatewayName, GATEWAY_NAME),
  ...unwaived(optOutsIn(config)),
];

const someOf = (subnetIds: string[] | undefined): Problem[] =>
  known(subnetIds) && !(subnetIds && subnetIds.length > 0)
    ? [{ prop: 'subnetIds', got: 'none', expected: 'at least one subnet' }]
    : [];

const idsIn = (prop: string, ids: readonly string[]): Problem[] =>
  known(ids)
    ? ids.flatMap((it, at) => [
        ...given(member(prop, `${at}`), it, VPC_ID.words),
        ...matches(member(prop, `${at}`), it ?? undefined, VPC_ID),
      ])
    : [];

const optOutsIn = ({ securityGroupIds, waivers }: Config): OptOut[] => [
  {
    rule: 'access/private-endpoint-guarded',
    prop: 'securityGroupIds',
    got: 'none',
    expected: 'at least one group of your own',
    taken: known(securityGroupIds) ? securityGroupIds.length === 0 : undefined,
    waiverProp: 'waivers.defaultSecurityGroup',
    waiver: waivers.defaultSecurityGroup,
  },
];

const terraformOf = (config: Config): IsVirtualEndpointGatewayConfig => ({
  name: config.gatewayName,
  resourceGroup: config.resourceGroupId,
  vpc: config.vpcId,
  target: { crn: config.project.crn, resourceType: 'provider_cloud_service' },
  securityGroups: config.securityGroupIds.length === 0 ? undefined : config.securityGroupIds,
  ips: config.subnetIds.map((subnet, at) => ({ subnet, name: addressName(config, at) })),
});

const addressName = ({ gatewayName }: Config, at: number): string =>
  `${gatewayName.slice(0, 50)}-${shortDigest(gatewayName).slice(0, 4)}-${at}`;
