import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { Steering } from './steering';
import { ICisZone, onZone } from './zone';
import {
  CisGlobalLoadBalancer,
  CisGlobalLoadBalancerConfig,
} from '../../.gen/providers/ibm/cis-global-load-balancer';
import { DataIbmCisGlobalLoadBalancers } from '../../.gen/providers/ibm/data-ibm-cis-global-load-balancers';

/** As much of a pool as a load balancer needs. */
interface Pool {
  readonly id: string;
}

/** What a load balancer is made of. */
interface LoadBalancerProps {
  readonly zone: ICisZone;
  /** The host as the mappings know it, so that the load balancer is made after them. */
  readonly host: string;
  readonly hostName: string;
  readonly pools: Readonly<Record<string, Pool>>;
  readonly steering: Steering;
  readonly sessionAffinity: boolean;
  /** What has to hold before the host resolves to the edge. */
  readonly protections: readonly ITerraformDependable[];
}

/** The entrance of a host: proxied, under the host's own name, and made when all protections hold. */
export const loadBalancer = {
  make: (scope: Construct, props: LoadBalancerProps): CisGlobalLoadBalancer =>
    new CisGlobalLoadBalancer(scope, 'LoadBalancer', terraformOf(props)),

  /**
   * Refuses every plan while no proxied load balancer answers for the host; read while planning, since nothing is pending.
   *
   * trap internet-services/one-apply-cutover-loses-the-route: in one apply the app would always be closed first, because
   * the mapping depends on it.
   */
  guard: (scope: Construct, zone: ICisZone, host: string): DataIbmCisGlobalLoadBalancers =>
    new DataIbmCisGlobalLoadBalancers(scope, 'CutoverGuard', {
      cisId: zone.crn,
      domainId: zone.zoneId,
      lifecycle: {
        postcondition: [
          {
            condition: `\${anytrue([for it in self.cis_glb : it.name == "${host}" && it.proxied && it.enabled])}`,
            errorMessage: `No proxied load balancer answers for ${host} yet: apply with Cutover.PREPARE first.`,
          },
        ],
      },
    }),
};

const terraformOf = (props: LoadBalancerProps): CisGlobalLoadBalancerConfig => {
  const { zone, steering, pools, sessionAffinity, protections } = props;
  const { policy, first, last, regions } = steering._plan;
  const ids = Object.values(pools).map(({ id }) => id);
  const zoned = onZone.terraformOf(zone);
  return {
    // trap internet-services/zone-change-leaves-dependents-behind: it goes with its zone.
    ...zoned,
    // trap internet-services/load-balancer-name-without-zone-is-accepted: the whole name, as it is mapped.
    name: props.host,
    description: `Entrance of ${props.hostName}`,
    // trap internet-services/load-balancer-refuses-ttl-with-proxied: proxied, always, and so without a time to live.
    proxied: true,
    // trap internet-services/disabled-load-balancer-is-never-sent: it is there or it is not.
    enabled: true,
    // trap internet-services/load-balancer-unset-steering-policy-is-sent-empty
    steeringPolicy: policy,
    sessionAffinity: sessionAffinity ? 'cookie' : 'none',
    // trap internet-services/plain-pool-ids-drop-the-default-pools: the id with the instance in it.
    defaultPoolIds: first === undefined ? ids : [pools[first].id],
    fallbackPoolId: last === undefined ? ids[0] : pools[last].id,
    regionPools: Object.entries(regions ?? {}).map(([region, names]) => ({
      region,
      poolIds: names.map((name) => pools[name].id),
    })),
    dependsOn: [...protections],
  };
};
