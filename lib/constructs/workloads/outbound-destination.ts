import { Problem, departs, known, matches, rejectValue, show } from '../../core';
import { IPV4_RANGE, PRIVATE_PATH_CRN, WIDEST_MASK } from '../../facts/egress';

/** Options for `OutboundDestination.privatePath`. */
export interface PrivatePathOptions {
  /**
   * Whether the way to the gateway is the project's own, and not shared with other projects.
   * @default false
   */
  readonly dedicated?: boolean;
}

const DEFAULTS = { dedicated: false };

/**
 * Where to a project may open connections.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-outbound-allow-list
 */
export class OutboundDestination {
  /**
   * A range of IPv4 addresses; Code Engine knows no IPv6.
   * @param cidr the range with its mask and no bits behind it: `10.0.0.0/8`, or `192.0.2.7/32` for one address
   * @throws an error when it is none
   */
  public static cidr(cidr: string): OutboundDestination {
    rejectValue('OutboundDestination', problemsInRange(cidr));
    // trap code-engine/isolation-policy-is-sent-for-cidr-block: the code says what the request carries.
    return new OutboundDestination({
      type: 'cidr_block',
      cidrBlock: cidr,
      isolationPolicy: 'shared',
    });
  }

  /**
   * A service in a VPC, behind its private path service gateway.
   * @param crn the cloud resource name of the gateway
   * @throws an error when it is the name of something else
   */
  public static privatePath(crn: string, options: PrivatePathOptions = {}): OutboundDestination {
    rejectValue('OutboundDestination', matches('crn', crn, PRIVATE_PATH_CRN));
    const { dedicated } = { ...DEFAULTS, ...options };
    return new OutboundDestination({
      type: 'private_path_service_gateway',
      privatePathServiceGatewayCrn: crn,
      isolationPolicy: dedicated ? 'dedicated' : 'shared',
    });
  }

  private constructor(private readonly terraform: Destination) {}

  /**
   * The range as a text; nothing for a gateway, and for what only Terraform knows.
   * @internal
   */
  public get _range(): string | undefined {
    const { cidrBlock } = this.terraform;
    return known(cidrBlock) ? cidrBlock : undefined;
  }

  /**
   * Whether it is wider than any private range; undefined where only Terraform knows.
   * @internal
   */
  public _isWide(): boolean | undefined {
    const { cidrBlock = '0.0.0.0/32' } = this.terraform;
    return departs(cidrBlock, known(cidrBlock) && rangeOf(cidrBlock).mask < WIDEST_MASK);
  }

  /**
   * Whether all of another destination lies in this one, as far as that is known.
   * @internal
   */
  public _covers(other: OutboundDestination): boolean {
    if (this._range === undefined || other._range === undefined) return false;
    const [outer, inner] = [rangeOf(this._range), rangeOf(other._range)];
    return outer.mask <= inner.mask && network(inner.address, outer.mask) === outer.address;
  }

  /** @internal */
  public _toTerraform() {
    return this.terraform;
  }
}

interface Destination {
  readonly type: string;
  readonly isolationPolicy: string;
  readonly cidrBlock?: string;
  readonly privatePathServiceGatewayCrn?: string;
}

function problemsInRange(cidr: string): Problem[] {
  if (!known(cidr)) return [];
  const [problem] = matches('cidr', cidr, IPV4_RANGE);
  if (problem) return [{ ...problem, remedy: guess(`${String(cidr)}/32`) }];
  const { address, mask } = rangeOf(cidr);
  const right = network(address, mask);
  if (right === address) return [];
  const expected = `an address with nothing but zeros behind its mask of ${mask} bits`;
  return [{ prop: 'cidr', got: show(cidr), expected, remedy: guess(`${dotted(right)}/${mask}`) }];
}

const guess = (cidr: string) =>
  IPV4_RANGE.pattern.test(cidr) ? `did you mean "${cidr}"?` : undefined;

function rangeOf(cidr: string): { address: number; mask: number } {
  const [address, mask] = cidr.split('/');
  const bits = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return { address: bits, mask: Number(mask) };
}

/** The address with zeros behind the mask; by division, because bitwise operators know 31 bits. */
function network(address: number, mask: number): number {
  const size = 2 ** (32 - mask);
  return Math.floor(address / size) * size;
}

const dotted = (address: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
