import { Visitors } from '../../../lib/constructs/edge/visitors';
import { refusalOf } from '../../kit/refusal';

test('visitors are conditions on the address that a request comes from', () => {
  expect(Visitors.ranges('192.0.2.0/24', '2001:db8::/32')._condition).toBe(
    'ip.src in {192.0.2.0/24 2001:db8::/32}',
  );
  expect(Visitors.countries('DE', 'T1')._condition).toBe('ip.geoip.country in {"DE" "T1"}');
});

test('some of them can be left out', () => {
  const office = Visitors.ranges('192.0.2.7');
  expect(Visitors.countries('DE').without(office)._condition).toBe(
    '(ip.geoip.country in {"DE"}) and not (ip.src in {192.0.2.7})',
  );
});

test('a list that only Terraform knows can be given as one range', () => {
  expect(Visitors.ranges('${join(" ", var.ranges)}')._condition).toBe(
    'ip.src in {${join(" ", var.ranges)}}',
  );
});

test.each<[string, () => unknown, string]>([
  ['no range', () => Visitors.ranges(), 'ranges: got nothing, expected at least one'],
  ['no address', () => Visitors.ranges('10.0.0.0/8', 'home'), 'ranges.1: got "home", expected an'],
  ['no country', () => Visitors.countries(), 'countries: got nothing, expected at least one'],
  [
    'a code of no country',
    () => Visitors.countries('ZZ'),
    'countries.0: got "ZZ", expected a code',
  ],
  ['lower case', () => Visitors.countries('de'), 'did you mean "DE"?'],
  ['another name of Great Britain', () => Visitors.countries('UK'), 'did you mean "GB"?'],
  ['nobody', () => Visitors.countries('DE').without('FR' as unknown as Visitors), 'others: got'],
])('visitors are refused: %s', (_, define, text) => {
  expect(refusalOf(define)).toEqual([expect.stringContaining(text)]);
});
