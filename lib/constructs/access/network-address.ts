import { Problem, known, matches, rejectValue, show } from '../../core';
import {
  ADDRESS_TYPES,
  IPV4_ADDRESS,
  SERVICE_NAME,
  VPC_CRN,
  WIDEST_PUBLIC,
} from '../../facts/context-based-restrictions';
import { IPV4_RANGE } from '../../facts/egress';

/**
 * From where requests come: a part of a network zone.
 * @see https://cloud.ibm.com/docs/account?topic=account-context-restrictions-whatis#network-zones-whatis
 */
export class NetworkAddress {
  /**
   * One IPv4 address.
   * @throws an error when it is none
   */
  public static ip(address: string): NetworkAddress {
    rejectValue('NetworkAddress', matches('address', address, IPV4_ADDRESS));
    return new NetworkAddress({ type: ADDRESS_TYPES.address, value: address }, 1);
  }

  /**
   * All IPv4 addresses from one to another.
   * @throws an error when one of them is none, or the first comes after the last
   */
  public static range(first: string, last: string): NetworkAddress {
    const problems = [
      ...matches('first', first, IPV4_ADDRESS),
      ...matches('last', last, IPV4_ADDRESS),
    ];
    const isKnown = problems.length === 0 && known(first) && known(last);
    const size = isKnown ? numberOf(last) - numberOf(first) + 1 : 1;
    rejectValue('NetworkAddress', [...problems, ...(size > 0 ? [] : [backwards(first, last)])]);
    const value = `${first}-${last}`;
    return new NetworkAddress({ type: ADDRESS_TYPES.range, value }, isPrivate(first) ? 1 : size);
  }

  /**
   * A network of IPv4 addresses, with its mask: `192.0.2.0/24`.
   * @throws an error when it is none
   */
  public static subnet(cidr: string): NetworkAddress {
    rejectValue('NetworkAddress', matches('cidr', cidr, IPV4_RANGE));
    const mask = known(cidr) ? Number(cidr.split('/')[1]) : 32;
    const size = isPrivate(cidr) && mask >= 8 ? 1 : 2 ** (32 - mask);
    return new NetworkAddress({ type: ADDRESS_TYPES.subnet, value: cidr }, size);
  }

  /**
   * Everything in a VPC.
   * @param crn the cloud resource name of the VPC
   * @throws an error when it is the name of something else
   */
  public static vpc(crn: string): NetworkAddress {
    rejectValue('NetworkAddress', matches('crn', crn, VPC_CRN));
    return new NetworkAddress({ type: ADDRESS_TYPES.vpc, value: crn }, 1);
  }

  /**
   * A service of IBM Cloud that calls on behalf of the account: `event-notifications`.
   * @param serviceName the name of the service in the catalogue
   * @throws an error when it can be none
   */
  public static service(serviceName: string): NetworkAddress {
    rejectValue('NetworkAddress', matches('serviceName', serviceName, SERVICE_NAME));
    return new NetworkAddress({ type: ADDRESS_TYPES.service, service: serviceName }, 1);
  }

  private constructor(
    private readonly entry: Entry,
    private readonly publicAddresses: number,
  ) {}

  /**
   * Whether it holds more of the internet than a company has.
   * @internal
   */
  public get _isWide(): boolean {
    return this.publicAddresses > WIDEST_PUBLIC;
  }

  /** @internal */
  public get _value(): string {
    return this.entry.value ?? this.entry.service ?? '';
  }

  /**
   * trap context-based-restrictions/zone-address-type-is-unchecked: from a fixed set.
   * @internal
   */
  public _toTerraform(accountId: string) {
    const { type, value, service } = this.entry;
    return service === undefined
      ? { type, value }
      : { type, ref: { accountId, serviceName: service } };
  }
}

interface Entry {
  readonly type: string;
  readonly value?: string;
  readonly service?: string;
}

const isPrivate = (address: string): boolean =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const backwards = (first: string, last: string): Problem => ({
  prop: 'last',
  got: show(last),
  expected: `an address from ${show(first)} on`,
});
