import { Problem, known, show } from '../../core';

/** Addresses of the internet and ranges of them, IPv4 and IPv6. */
export const addressRange = {
  /** What is wrong with one: an address that is none, a mask too long, bits behind the mask. */
  problemsIn: (prop: string, range: string): Problem[] => {
    if (!known(range)) return [];
    const { bits, mask, width } = parsed(range) ?? {};
    if (bits === undefined || mask === undefined || width === undefined) {
      return [{ prop, got: show(range), expected: RANGE }];
    }
    const behind = BigInt(width - mask);
    if ((bits >> behind) << behind === bits) return [];
    const expected = `an address with nothing but zeros behind its mask of ${mask} bits`;
    return [{ prop, got: show(range), expected }];
  },
};

const RANGE = 'an address or a range, as in 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32';

interface Range {
  readonly bits: bigint;
  readonly mask: number;
  readonly width: number;
}

function parsed(range: unknown): Range | undefined {
  const [, address, suffix] = /^([0-9a-fA-F:.]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(String(range)) ?? [];
  if (address === undefined) return undefined;
  const width = address.includes(':') ? 128 : 32;
  const bits = width === 32 ? bitsOfV4(address) : bitsOfV6(address);
  const mask = suffix === undefined ? width : Number(suffix);
  return bits === undefined || mask > width ? undefined : { bits, mask, width };
}

function bitsOfV4(address: string): bigint | undefined {
  const parts = address.split('.');
  const right = parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return right && parts.length === 4 ? joined(parts.map(Number), 8) : undefined;
}

function bitsOfV6(address: string): bigint | undefined {
  const halves = address.split('::');
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...head, ...(tail ?? [])];
  const missing = 8 - groups.length;
  const right = groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
  // two colons stand for one group of zeros at least, and only once.
  if (!right || halves.length > 2 || (tail ? missing < 1 : missing !== 0)) return undefined;
  const whole = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  return joined(
    whole.map((group) => parseInt(group, 16)),
    16,
  );
}

const joined = (parts: readonly number[], width: number): bigint =>
  parts.reduce((sum, part) => (sum << BigInt(width)) + BigInt(part), 0n);
