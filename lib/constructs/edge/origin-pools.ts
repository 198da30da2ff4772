import { Construct } from 'constructs';
import { DomainMapping } from './domain-mapping';
import { ICisZone, onZone } from './zone';
import { CisOriginPool, CisOriginPoolConfig } from '../../.gen/providers/ibm/cis-origin-pool';
import { CheckRegion } from '../../facts/load-balancing';

/** What all pools of a host have in common. */
interface PoolsProps {
  readonly zone: ICisZone;
  readonly host: string;
  readonly monitor: string;
  readonly regions: readonly CheckRegion[];
  readonly notifyEmail?: string;
}

/** One origin: where it is, and how much of the requests it gets. */
interface Origin {
  readonly mapping: DomainMapping;
  /** Percent. */
  readonly weight: number;
}

type Origins = Readonly<Record<string, Origin>>;

/** The pools of a host: one an origin, or one for all where weights decide. */
export const originPools = {
  /** One pool for each origin, by its name. */
  each: (scope: Construct, origins: Origins, props: PoolsProps): Record<string, CisOriginPool> =>
    Object.fromEntries(
      Object.entries(origins).map(([name, origin]) => [
        name,
        pool(scope, name, { [name]: origin }, props),
      ]),
    ),

  /** One pool that all origins share. */
  shared: (scope: Construct, origins: Origins, props: PoolsProps): CisOriginPool =>
    pool(scope, 'all', origins, props),
};

const pool = (scope: Construct, name: string, origins: Origins, props: PoolsProps) =>
  new CisOriginPool(scope, `Pool-${name}`, terraformOf(name, origins, props));

const terraformOf = (name: string, origins: Origins, props: PoolsProps): CisOriginPoolConfig => ({
  cisId: props.zone.crn,
  name: `${props.host.replace(/\./g, '-')}-${name}`.slice(0, 128),
  description: `Origins of ${props.host}`,
  enabled: true,
  minimumOrigins: 1,
  monitor: props.monitor,
  checkRegions: [...props.regions].sort(),
  notificationEmail: props.notifyEmail,
  origins: Object.entries(origins).map(([origin, { mapping, weight }]) => ({
    name: origin,
    address: mapping.target,
    enabled: true,
    weight: weight / 100,
  })),
  lifecycle: { replaceTriggeredBy: [onZone.replacement(props.zone)] },
});
