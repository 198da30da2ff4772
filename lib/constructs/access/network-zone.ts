import { Construct } from 'constructs';
import { NetworkAddress } from './network-address';
import { CbrZone, CbrZoneConfig } from '../../.gen/providers/ibm/cbr-zone';
import {
  OptOut,
  Problem,
  Settled,
  accountNameOf,
  given,
  isA,
  matches,
  recordWaivers,
  reject,
  rejectValue,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import {
  ACCOUNT_ID,
  NETWORK_ZONE_ID,
  RESTRICTION_TEXT,
  WIDEST_PUBLIC,
  ZONE_NAME,
} from '../../facts/context-based-restrictions';
import { Waiver } from '../waiver';

/** A network zone, made here or elsewhere. */
export interface INetworkZone {
  /** The id of the zone. */
  readonly networkZoneId: string;
}

/** Waivers for `NetworkZone`. */
export interface NetworkZoneWaivers {
  /**
   * Excuses a range of more than 65536 public addresses.
   * @default - none
   */
  readonly wideRanges?: Waiver;
}

/** Properties for `NetworkZone`. */
export interface NetworkZoneProps {
  /** The id of the account that the zone belongs to. */
  readonly accountId: string;
  /** Where requests may come from, at least one. */
  readonly addresses: NetworkAddress[];
  /**
   * The name of the zone, at most 128 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly zoneName?: string;
  /**
   * What the zone is for, at most 300 characters.
   * @default - its name
   */
  readonly description?: string;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: NetworkZoneWaivers;
}

const DEFAULTS = { waivers: {} };
type Config = Settled<NetworkZoneProps, typeof DEFAULTS & { zoneName: string }>;

/**
 * A part of the network from which requests may come, for the rules of a `NetworkPerimeter`.
 * @see https://cloud.ibm.com/docs/account?topic=account-context-restrictions-whatis#network-zones-whatis
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cbr_zone
 */
export class NetworkZone extends Construct implements INetworkZone {
  /**
   * A zone that exists, by its id.
   * @throws an error when it is none
   */
  public static fromNetworkZoneId(networkZoneId: string): INetworkZone {
    rejectValue('NetworkZone', [
      ...given('networkZoneId', networkZoneId, NETWORK_ZONE_ID.words),
      ...matches('networkZoneId', networkZoneId ?? undefined, NETWORK_ZONE_ID),
    ]);
    return { networkZoneId };
  }

  /** The id of the zone. */
  public readonly networkZoneId: string;

  /** @throws an error naming every problem: no account, no address, a name that IBM Cloud does not take */
  constructor(scope: Construct, id: string, props: NetworkZoneProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, zoneName: accountNameOf(this, ZONE_NAME) });
    reject(this, problemsIn(config));
    const zone = new CbrZone(this, 'Resource', terraformOf(config));
    recordWaivers(zone, optOutsIn(config));
    this.networkZoneId = zone.id;
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...given('accountId', config.accountId, ACCOUNT_ID.words),
  ...matches('accountId', config.accountId ?? undefined, ACCOUNT_ID),
  ...someOf(config.addresses),
  ...(config.addresses ?? []).flatMap((it, at) =>
    isA(`addresses.${at}`, it, '_isWide', 'a NetworkAddress'),
  ),
  ...matches('zoneName', config.zoneName, ZONE_NAME),
  ...matches('description', config.description, RESTRICTION_TEXT),
  ...unwaived(optOutsIn(config)),
];

/** trap context-based-restrictions/zone-without-addresses-passes-plan */
const someOf = (addresses: NetworkAddress[] | undefined): Problem[] =>
  addresses !== undefined && addresses.length > 0
    ? []
    : [{ prop: 'addresses', got: 'none', expected: 'at least one NetworkAddress' }];

function optOutsIn({ addresses, waivers }: Config): OptOut[] {
  const wide = (addresses ?? []).find((it) => it?._isWide);
  return [
    {
      rule: 'access/zone-narrow',
      prop: 'addresses',
      got: show(wide?._value),
      expected: `ranges of at most ${WIDEST_PUBLIC} public addresses`,
      taken: wide !== undefined,
      waiverProp: 'waivers.wideRanges',
      waiver: waivers.wideRanges,
    },
  ];
}

/** trap context-based-restrictions/zone-address-order-is-a-change: in one order, however they were given. */
const terraformOf = (config: Config): CbrZoneConfig => ({
  accountId: config.accountId,
  name: config.zoneName,
  description: config.description ?? config.zoneName,
  addresses: [...config.addresses]
    .sort((a, b) => (a._value < b._value ? -1 : 1))
    .map((it) => it._toTerraform(config.accountId)),
});
