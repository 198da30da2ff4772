import { TerraformDataSource, TerraformElement, TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DomainMapping } from './domain-mapping';
import { EdgeFirewall } from './edge-firewall';
import { EdgeTls } from './edge-tls';
import { HealthCheckOptions, healthCheck } from './health-check';
import { loadBalancer } from './load-balancer';
import { originGuards } from './origin-guards';
import { originPools } from './origin-pools';
import { ProtectionStep, isInside, protectionSteps } from './protection-steps';
import { Steering } from './steering';
import { ICisZone, onZone } from './zone';
import {
  Problem,
  Settled,
  between,
  given,
  isA,
  known,
  line,
  matches,
  member,
  notEmpty,
  oneOf,
  reject,
  show,
  withDefaults,
} from '../../core';
import { Cutover } from '../../facts/cutover';
import { ORIGIN_WEIGHT } from '../../facts/load-balancing';
import { ORIGIN_NAME, PLAIN_HOST } from '../../facts/names';
import { Visibility } from '../../facts/visibility';
import { IAppSecret } from '../secrets/app-secret';
import { frontages } from '../workloads/frontage';
import { IWorkload } from '../workloads/workload';

/** One workload behind a host: in its project, with a certificate there. */
export interface ProtectedOrigin {
  /** The app or function, which is made here and reached by its project alone. */
  readonly workload: IWorkload;
  /** The secret with the certificate of the host, of format `tls`, in the project of the workload. */
  readonly tlsSecret: IAppSecret;
  /**
   * Percent of the requests, 0 to 100, with `Steering.weighted`.
   * @default 100
   */
  readonly weight?: number;
}

/** Properties for `CisProtectedDomain`. */
export interface CisProtectedDomainProps {
  /** The zone that holds the host. */
  readonly zone: ICisZone;
  /** The whole host name in lower case: `shop.example.com`. */
  readonly host: string;
  /** The workloads behind the host by names of your own, such as the regions; at least one. */
  readonly origins: { readonly [name: string]: ProtectedOrigin };
  /**
   * Which origin gets a request.
   * @default - the only one; with several it has to be said
   */
  readonly steering?: Steering;
  /**
   * Whether a visitor stays with one origin, by a cookie.
   * @default false
   */
  readonly sessionAffinity?: boolean;
  /**
   * How the edge finds out that an origin may get requests.
   * @default - by HTTPS on the path `/`, every minute
   */
  readonly healthCheck?: HealthCheckOptions;
  /**
   * The address that is told when an origin becomes unhealthy.
   * @default - nobody
   */
  readonly notifyEmail?: string;
  /**
   * How an app that is public already goes behind the edge, in two applies.
   * @default Cutover.NONE
   */
  readonly cutover?: Cutover;
}

const DEFAULTS = {
  sessionAffinity: false,
  healthCheck: {},
  cutover: Cutover.NONE,
};
type Config = Settled<CisProtectedDomainProps, typeof DEFAULTS>;

/**
 * A host whose workloads are reached through IBM Cloud Internet Services alone: all eight steps of IBM's page against
 * Layer-7 attacks.
 *
 * It maps the host to each workload, checks their health under the host's name, and puts a proxied load balancer in front,
 * which is made only when the TLS settings and the firewall of the zone hold. A step that is not taken in what is rendered
 * fails the synthesis. Whoever knows the host can still send requests to Code Engine past the edge, since Code Engine
 * takes the host's name from anyone: an `OriginLock` before the app refuses them.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-ddos
 */
export class CisProtectedDomain extends Construct {
  /** The address of the host. */
  public readonly url: string;
  /** The ids of the pools behind the host, for alerts on their health. */
  public readonly poolIds: string[];
  /** The eight steps, and the Terraform addresses that take them. */
  public readonly steps: ProtectionStep[];

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: CisProtectedDomainProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(this, config));
    const mappings = mappingsOf(this, config);
    const entrance = entranceOf(this, config, mappings);
    const parts = { ...config, ...entrance, ...behind(config, mappings) };
    guardOf(this, config);
    this.node.addValidation({ validate: () => protectionSteps.problemsIn(parts).map(line) });
    this.url = `https://${config.host}`;
    this.poolIds = entrance.pools.map(({ poolId }) => poolId);
    this.steps = protectionSteps.of(parts);
  }
}

function problemsIn(scope: Construct, config: Config): Problem[] {
  const zone = onZone.problemsIn(scope, config.zone);
  const origins = Object.entries(config.origins ?? {});
  return [
    ...zone,
    ...given('host', config.host, PLAIN_HOST.words),
    ...matches('host', config.host, PLAIN_HOST),
    ...(zone.length > 0 ? [] : outside(config)),
    ...given('origins', config.origins, 'at least one workload'),
    ...notEmpty('origins', config.origins ?? ['?'], 'at least one workload'),
    ...origins.flatMap(([name, origin]) => problemsInOrigin(name, origin, config.cutover)),
    ...mappedTwice(origins),
    ...(config.steering ? [] : steeringMissing(origins.length)),
    ...(config.steering ? isA('steering', config.steering, '_plan', 'a Steering') : []),
    ...(config.steering?._problemsIn?.(Object.keys(config.origins ?? {})) ?? []),
    ...healthCheck.problemsIn(checkOf(config)),
    ...originGuards.problemsIn(config),
    ...oneOf('cutover', config.cutover, Object.values(Cutover)),
  ];
}

function problemsInOrigin(name: string, origin: ProtectedOrigin, cutover: Cutover): Problem[] {
  const prop = member('origins', name);
  const workload = isA(`${prop}.workload`, origin?.workload, 'componentName', FRONTED);
  return [
    ...matches(prop, name, ORIGIN_NAME),
    ...workload,
    ...(workload.length > 0
      ? []
      : problemsInWorkload(`${prop}.workload`, origin.workload, cutover)),
    ...isA(`${prop}.tlsSecret`, origin?.tlsSecret, 'secretName', 'an AppSecret with a certificate'),
    ...between(`${prop}.weight`, origin?.weight, ORIGIN_WEIGHT),
  ];
}

/** A project maps a host to one workload; regions, and so projects, can share it. */
const mappedTwice = (origins: readonly (readonly [string, ProtectedOrigin])[]): Problem[] =>
  origins.flatMap(([name, origin], index) => {
    const projectOf = (it: ProtectedOrigin) => it?.workload?.project?.projectId;
    const id = projectOf(origin);
    const before = origins
      .slice(0, index)
      .find(([, it]) => id !== undefined && projectOf(it) === id);
    return before ? [{ prop: member('origins', name), ...TWICE }] : [];
  });

const TWICE = {
  got: 'a second workload of one project',
  expected: 'one of another project, because a project maps a host once',
};

const FRONTED = 'a SecureApp or a SecureFunction';

function problemsInWorkload(prop: string, workload: IWorkload, cutover: Cutover): Problem[] {
  const frontage = frontages.get(workload);
  if (!frontage)
    return [{ prop, got: 'a workload without an endpoint of ours', expected: FRONTED }];
  const isOpen = known(frontage.visibility) && frontage.visibility !== Visibility.PROJECT;
  return [
    ...(isOpen && cutover !== Cutover.PREPARE ? [{ prop, ...OPEN }] : []),
    ...(frontage.keepRunning() ? [] : [{ prop, ...ASLEEP }]),
  ];
}

const OPEN = {
  got: 'a workload that is reached around the edge',
  expected: 'Visibility.PROJECT',
  remedy: 'to take over a public app without a gap, apply with Cutover.PREPARE first',
};

const ASLEEP = {
  got: 'minInstances of 0',
  expected: 'at least 1, because the health check has to find an instance',
};

const outside = ({ host, zone }: Config): Problem[] =>
  host === undefined || isInside(host, zone.domain)
    ? []
    : [{ prop: 'host', got: show(host), expected: `a host of ${zone.domain}` }];

const steeringMissing = (origins: number): Problem[] =>
  origins > 1
    ? [
        {
          prop: 'steering',
          got: 'nothing',
          expected: 'a Steering, because there are several origins',
        },
      ]
    : [];

const checkOf = ({ healthCheck: options, origins }: Config) =>
  healthCheck.settle(options, originGuards.healthPath(Object.values(origins ?? {})));

const mappingsOf = (scope: Construct, { origins, host }: Config): Record<string, DomainMapping> =>
  Object.fromEntries(
    Object.entries(origins).map(([name, { workload, tlsSecret }]) => [
      name,
      new DomainMapping(scope, `Mapping-${name}`, {
        ...{ host, workload, tlsSecret },
        after: originGuards.inForce(workload),
      }),
    ]),
  );

/** Health check, pools and load balancer: the last of them when everything else holds. */
function entranceOf(
  scope: Construct,
  config: Config,
  mappings: Readonly<Record<string, DomainMapping>>,
) {
  const { zone, host, notifyEmail, sessionAffinity } = config;
  const steering = config.steering ?? Steering.weighted();
  const options = checkOf(config);
  const check = healthCheck.make(scope, zone, host, options);
  const origins = Object.fromEntries(
    Object.entries(mappings).map(([name, mapping]) => [
      name,
      { mapping, weight: config.origins[name].weight ?? 100 },
    ]),
  );
  const common = { zone, host, monitor: check.id, regions: options.regions, notifyEmail };
  const pools = steering._plan.isShared
    ? { all: originPools.shared(scope, origins, common) }
    : originPools.each(scope, origins, common);
  const tls = EdgeTls.of(zone);
  tls.addHost(host);
  const balancer = loadBalancer.make(scope, {
    zone,
    host: Object.values(mappings)[0].host,
    hostName: host,
    pools,
    steering,
    sessionAffinity,
    protections: [...tls._protections, ...EdgeFirewall.of(zone).protections],
  });
  return { healthCheck: check, pools: Object.values(pools), balancer };
}

/** What stands behind the entrance, as the steps look at it. */
function behind({ origins, zone }: Config, mappings: Readonly<Record<string, DomainMapping>>) {
  const fronts = Object.values(origins).map(({ workload }) => frontages.get(workload)!);
  return {
    mappings: Object.values(mappings),
    workloads: fronts.map(({ resource }) => resource),
    gates: fronts.map(({ gate }) => gate),
    zoneParts: zonePartsOf(zone),
  };
}

/** Instance and zone as they stand in this configuration: made here, read, or neither. */
function zonePartsOf(zone: ICisZone): TerraformElement[] {
  const parts = onZone.construct(zone).node.children.filter(isPart);
  return ['ibm_cis', 'ibm_cis_domain'].flatMap((type) =>
    parts.filter(({ terraformResourceType }) => terraformResourceType === type),
  );
}

const isPart = (it: IConstruct): it is TerraformResource | TerraformDataSource =>
  TerraformResource.isTerraformResource(it) || TerraformDataSource.isTerraformDataSource(it);

function guardOf(scope: Construct, { cutover, zone, host }: Config): void {
  if (cutover === Cutover.COMPLETE) loadBalancer.guard(scope, zone, host);
}
