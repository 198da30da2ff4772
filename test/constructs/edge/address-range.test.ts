import { addressRange } from '../../../lib/constructs/edge/address-range';

const problems = (range: string) => addressRange.problemsIn('range', range);

test.each([
  '192.0.2.7',
  '192.0.2.0/24',
  '0.0.0.0/0',
  '255.255.255.255/32',
  '10.0.0.0/8',
  '2001:db8::/32',
  '2001:DB8::1',
  '::',
  '::1/128',
  '::/0',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::',
  'fe80::1',
  '${var.range}',
])('%s is an address or a range', (range) => {
  expect(problems(range)).toEqual([]);
});

test.each([
  '',
  'example.com',
  '192.0.2',
  '192.0.2.0.1',
  '192.0.2.256',
  '192.0.02.1',
  '192.0.2.0/33',
  '192.0.2.0/024',
  '192.0.2.0/',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  '1:2:3:4:5:6:7::8',
  '12345::',
  ':1',
  '::/129',
  '::ffff:192.0.2.1',
  '192.0.2.1} or true or ip.src in {192.0.2.2',
  undefined as unknown as string,
])('%p is neither', (range) => {
  expect(problems(range)).toMatchObject([{ expected: expect.stringContaining('range') }]);
});

test.each([
  ['192.0.2.7/24', 24],
  ['10.0.0.1/8', 8],
  ['0.0.0.1/0', 0],
  ['2001:db8::1/32', 32],
])('%s has bits behind its mask', (range, mask) => {
  expect(problems(range)).toMatchObject([
    { expected: `an address with nothing but zeros behind its mask of ${mask} bits` },
  ]);
});
