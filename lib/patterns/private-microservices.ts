import { Construct } from 'constructs';
import { Inbound } from '../constructs/access/inbound';
import { NetworkAddress } from '../constructs/access/network-address';
import { ManagementAccess, NetworkPerimeter } from '../constructs/access/network-perimeter';
import { NetworkZone } from '../constructs/access/network-zone';
import { Image } from '../constructs/images/image';
import { ICodeEngineProject } from '../constructs/workloads/code-engine-project';
import { PrivateIngress } from '../constructs/workloads/private-ingress';
import { SecureApp, SecureAppOptions } from '../constructs/workloads/secure-app';
import {
  Problem,
  given,
  isA,
  matches,
  member,
  notEmpty,
  oneOf,
  partsOfCrn,
  reject,
  show,
} from '../core';
import { VPC_CRN } from '../facts/context-based-restrictions';
import { ENVIRONMENT_NAME, WORKLOAD_NAME } from '../facts/names';
import { Visibility } from '../facts/visibility';

/** One service among others. */
export interface Microservice {
  /** What it runs, pinned by digest. */
  readonly image: Image;
  /**
   * The services that it calls: their names by the variables in which it finds their addresses, as `PRICES_URL: 'prices'`.
   * @default - none
   */
  readonly calls?: { readonly [variable: string]: string };
  /**
   * Whether callers in the VPC reach it, and not only its fellows.
   * @default false
   */
  readonly isEntry?: boolean;
  /**
   * How it runs, but for who reaches it.
   * @default - as a `SecureApp` does
   */
  readonly appOptions?: SecureAppOptions;
}

/** A VPC whose callers reach the services that are an entry. */
export interface PrivateCallers {
  /** The cloud resource name of the VPC. */
  readonly vpcCrn: string;
  /** The id of the VPC. */
  readonly vpcId: string;
  /** The ids of the subnets that get an address, at least one. */
  readonly subnetIds: string[];
  /** The ids of the security groups that say who in the VPC may connect, at least one. */
  readonly securityGroupIds: string[];
  /** The id of the resource group of the endpoint, 32 characters. */
  readonly resourceGroupId: string;
}

/** Properties for `PrivateMicroservices`. */
export interface PrivateMicroservicesProps {
  /** The project of all of them. */
  readonly project: ICodeEngineProject;
  /** The services by names of your own, at least one: lower case letters, digits and hyphens. */
  readonly services: { readonly [name: string]: Microservice };
  /**
   * From where services are called that are an entry.
   * @default - from nowhere: nothing outside the project reaches any of them
   */
  readonly callers?: PrivateCallers;
  /**
   * Who may manage the project, and from where.
   * @default - whoever IAM lets, from anywhere
   */
  readonly management?: ManagementAccess;
}

type Config = PrivateMicroservicesProps;

/**
 * Services that call each other inside one project and that no request of the internet reaches, whatever becomes of their
 * settings: what is not an entry is reached by its fellows, an entry from one VPC, by its private endpoint.
 *
 * The perimeter begins by reporting; call `perimeter.enforce()` once the audit log shows nothing unexpected.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-cbr-inbound
 */
export class PrivateMicroservices extends Construct {
  /** The services by their names. */
  public readonly apps: { [name: string]: SecureApp };
  /** What keeps everybody else out. */
  public readonly perimeter: NetworkPerimeter;
  /** The way from the VPC, where there is one. */
  public readonly ingress?: PrivateIngress;

  /** @throws an error naming every problem: a call of a service that there is not, an entry that nobody reaches */
  constructor(scope: Construct, id: string, props: PrivateMicroservicesProps) {
    super(scope, id);
    reject(this, problemsIn(props));
    this.apps = appsOf(this, props);
    this.ingress = ingressOf(this, props);
    this.perimeter = new NetworkPerimeter(this, 'Perimeter', {
      project: props.project,
      management: props.management,
      inbound: inboundOf(this, props),
    });
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'crn', 'a CodeEngineProject'),
  ...given('services', config.services, 'at least one service'),
  ...notEmpty('services', config.services ?? ['?'], 'at least one service'),
  ...Object.entries(config.services ?? {}).flatMap(([name, service]) =>
    problemsInService(name, service, Object.keys(config.services)),
  ),
  ...(config.callers ? matches('callers.vpcCrn', config.callers.vpcCrn, VPC_CRN) : []),
  ...withoutCallers(config),
];

function problemsInService(name: string, service: Microservice, names: string[]): Problem[] {
  const prop = member('services', name);
  const fellows = names.filter((it) => it !== name);
  const { calls = {}, appOptions = {} } = service ?? {};
  return [
    ...matches(prop, name, WORKLOAD_NAME),
    ...isA(`${prop}.image`, service?.image, 'reference', 'an Image'),
    ...Object.entries(calls).flatMap(([variable, callee]) => [
      ...matches(member(`${prop}.calls`, variable), variable, ENVIRONMENT_NAME),
      ...oneOf(member(`${prop}.calls`, variable), callee, fellows),
    ]),
    ...(appOptions.visibility === undefined
      ? []
      : [
          {
            prop: `${prop}.appOptions.visibility`,
            got: show(appOptions.visibility),
            expected: 'nothing, because isEntry says who reaches it',
          },
        ]),
  ];
}

function withoutCallers({ services, callers }: Config): Problem[] {
  const entries = Object.entries(services ?? {}).filter(([, it]) => it?.isEntry);
  if (callers && entries.length === 0)
    return [{ prop: 'callers', got: 'a VPC', expected: 'a service that is an entry for it' }];
  return callers
    ? []
    : entries.map(([name]) => ({
        prop: `${member('services', name)}.isEntry`,
        got: 'true',
        expected: 'false where there are no callers',
      }));
}

function appsOf(scope: Construct, { project, services }: Config): Record<string, SecureApp> {
  const apps = Object.fromEntries(
    Object.entries(services).map(([name, { image, isEntry = false, appOptions }]) => [
      name,
      new SecureApp(scope, name, {
        ...appOptions,
        visibility: isEntry ? Visibility.PRIVATE : Visibility.PROJECT,
        ...{ project, image },
      }),
    ]),
  );
  for (const [name, { calls = {} }] of Object.entries(services)) {
    for (const [variable, callee] of Object.entries(calls))
      apps[name].connectTo(apps[callee], variable);
  }
  return apps;
}

function ingressOf(scope: Construct, { project, callers }: Config): PrivateIngress | undefined {
  if (!callers) return undefined;
  const { vpcId, subnetIds, securityGroupIds, resourceGroupId } = callers;
  const place = { vpcId, subnetIds, securityGroupIds, resourceGroupId };
  return new PrivateIngress(scope, 'Ingress', { project, ...place });
}

function inboundOf(scope: Construct, { project, callers }: Config): Inbound {
  if (!callers) return Inbound.isolated();
  const zone = new NetworkZone(scope, 'Callers', {
    accountId: partsOfCrn(project.crn).accountId,
    addresses: [NetworkAddress.vpc(callers.vpcCrn)],
  });
  return Inbound.privateFrom([zone]);
}
