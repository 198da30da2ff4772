import { OutboundDestination } from '../../../lib/constructs/workloads/outbound-destination';
import { refusalOf } from '../../kit/refusal';

const CRN =
  'crn:v1:bluemix:public:is:us-south:a/0123456789abcdef0123456789abcdef::private-path-service-gateway:r006-1';

test('a range renders its type and how it is isolated', () => {
  expect(OutboundDestination.cidr('10.0.0.0/8')._toTerraform()).toEqual({
    type: 'cidr_block',
    cidrBlock: '10.0.0.0/8',
    isolationPolicy: 'shared',
  });
});

test.each([
  [undefined, 'shared'],
  [{}, 'shared'],
  [{ dedicated: undefined }, 'shared'],
  [{ dedicated: false }, 'shared'],
  [{ dedicated: true }, 'dedicated'],
])('a private path with options %p is %s', (options, isolationPolicy) => {
  expect(OutboundDestination.privatePath(CRN, options)._toTerraform()).toEqual({
    type: 'private_path_service_gateway',
    privatePathServiceGatewayCrn: CRN,
    isolationPolicy,
  });
});

test.each([
  ['0.0.0.0/0'],
  ['10.0.0.0/8'],
  ['192.0.2.7/32'],
  ['255.255.255.255/32'],
  ['128.0.0.0/1'],
])('a range can be %s', (cidr) => {
  expect(OutboundDestination.cidr(cidr)._range).toBe(cidr);
});

test.each([
  [''],
  ['10.0.0.0'],
  ['10.0.0.0/33'],
  ['10.0.0/8'],
  ['256.0.0.0/8'],
  ['::/0'],
  ['example.com'],
])('a range cannot be %p', (cidr) => {
  expect(refusalOf(() => OutboundDestination.cidr(cidr))).toEqual([
    expect.stringMatching(/^cidr: got "[^"]*", expected an IPv4 range with its mask/),
  ]);
});

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['192.168.1.255/25', '192.168.1.128/25'],
  ['255.255.255.255/1', '128.0.0.0/1'],
  ['1.1.1.1', '1.1.1.1/32'],
])('for %s it guesses %s', (given, meant) => {
  expect(refusalOf(() => OutboundDestination.cidr(given))[0]).toMatch(
    new RegExp(`; did you mean "${meant}"\\?$`),
  );
});

test.each([[''], ['gateway'], [CRN.replace('private-path-service-gateway', 'vpc')]])(
  'a private path cannot be %p',
  (crn) => {
    expect(refusalOf(() => OutboundDestination.privatePath(crn))).toEqual([
      expect.stringMatching(/^crn: got .* expected the CRN of a private path service gateway/),
    ]);
  },
);

test('what only Terraform knows is not judged', () => {
  const late = OutboundDestination.cidr('${var.range}');
  expect([late._range, late._isWide()]).toEqual([undefined, undefined]);
  expect(OutboundDestination.privatePath('${var.crn}')._isWide()).toBe(false);
});

test.each([
  ['0.0.0.0/0', true],
  ['128.0.0.0/1', true],
  ['10.0.0.0/7', true],
  ['10.0.0.0/8', false],
])('%s is wider than any private range: %p', (cidr, isWide) => {
  expect(OutboundDestination.cidr(cidr)._isWide()).toBe(isWide);
});

test.each([
  ['10.0.0.0/8', '10.1.0.0/16', true],
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['0.0.0.0/0', '255.255.255.255/32', true],
  ['10.1.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.0/8', '11.0.0.0/8', false],
  ['10.0.0.0/8', '${var.range}', false],
])('%s covers %s: %p', (outer, inner, covers) => {
  expect(OutboundDestination.cidr(outer)._covers(OutboundDestination.cidr(inner))).toBe(covers);
});
