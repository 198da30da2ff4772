import { addressRange } from './address-range';
import { expression } from './expression';
import { Problem, isA, member, notEmpty, oneOf, rejectValue, show } from '../../core';
import { COUNTRIES } from '../../facts/countries';

/**
 * Who sends a request, by the address that it comes from.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-fields-functions-expressions
 */
export class Visitors {
  /**
   * All whose address is one of these or lies in one of these ranges.
   * @param ranges addresses and ranges of IPv4 and IPv6: `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`; at least one. IBM
   * names masks of 16 and 24 bits for IPv4, and of 32, 48 and 64 bits for IPv6; the rules language takes all
   * @throws an error naming every problem: no address, a mask that is too long, bits behind the mask
   */
  public static ranges(...ranges: string[]): Visitors {
    rejectValue('Visitors', [
      ...notEmpty('ranges', ranges, 'at least one address or range'),
      ...ranges.flatMap((range, at) => addressRange.problemsIn(member('ranges', `${at}`), range)),
    ]);
    return new Visitors(`ip.src in {${ranges.join(' ')}}`);
  }

  /**
   * All whose address belongs to one of these countries.
   * @param countries codes of ISO 3166-1 with two capital letters: `DE`; at least one. `T1` is Tor, `XX` no known country
   * @throws an error naming every problem: a code that no country has
   */
  public static countries(...countries: string[]): Visitors {
    rejectValue('Visitors', [
      ...notEmpty('countries', countries, 'at least one country'),
      ...countries.flatMap((code, at) => problemsInCountry(member('countries', `${at}`), code)),
    ]);
    return new Visitors(expression.isOneOf('ip.geoip.country', countries));
  }

  private constructor(
    /** @internal */
    public readonly _condition: string,
  ) {}

  /**
   * The same but for some, as a country without the office that one has there.
   * @throws an error when those are none
   */
  public without(others: Visitors): Visitors {
    rejectValue('Visitors', isA('others', others, '_condition', 'Visitors'));
    return new Visitors(`(${this._condition}) and not (${others._condition})`);
  }
}

function problemsInCountry(prop: string, code: string): Problem[] {
  const [problem] = oneOf(prop, code, COUNTRIES);
  if (!problem) return [];
  const other = code === 'UK' ? 'GB' : String(code).toUpperCase();
  const remedy = COUNTRIES.includes(other) ? `did you mean ${show(other)}?` : undefined;
  return [{ ...problem, expected: 'a code of ISO 3166-1, as in "DE"', remedy }];
}
