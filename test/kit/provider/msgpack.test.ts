import * as fc from 'fast-check';
import { decode, encode, UNKNOWN, Value } from './msgpack';

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.constant(UNKNOWN),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  fc.string({ unit: 'grapheme' }),
);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
}));

describe('MessagePack', () => {
  test('reads back whatever it wrote', () => {
    fc.assert(fc.property(value, (given) => expect(decode(encode(given))).toStrictEqual(given)));
  });

  test.each([15, 16, 31, 32, 255, 256, 65_535, 65_536])('reads back %i of anything', (length) => {
    const text = 'x'.repeat(length);
    const list = Array.from({ length }, (_, index) => index);
    const map = Object.fromEntries(list.map((index) => [`k${index}`, index]));
    for (const given of [text, list, map]) expect(decode(encode(given))).toEqual(given);
  });

  test.each([
    [2n ** 53n, 2n ** 53n],
    [2n ** 64n - 1n, 2n ** 64n - 1n],
    [-(2n ** 63n), -(2n ** 63n)],
    [42n, 42],
    // beyond 64 bits terraform writes a number as text.
    [2n ** 64n, '18446744073709551616'],
  ])('keeps the whole number %s', (given, read) => {
    expect(decode(encode(given))).toBe(read);
  });

  test.each([
    ['an unknown value', [0xd4, 0, 0], UNKNOWN],
    ['an unknown value with hints', [0xc7, 3, 12, 0x81, 1, 0xc2], UNKNOWN],
    ['numbers of every width', [0x93, 0xcc, 200, 0xd0, 0x80, 0xcd, 1, 0], [200, -128, 256]],
    ['a short float', [0xca, 0x3f, 0, 0, 0], 0.5],
  ])('reads %s as Terraform writes it', (_, bytes, read) => {
    expect(decode(Buffer.from(bytes))).toEqual(read);
  });

  test.each([
    [[0xc1], /got MessagePack tag 0xc1, expected one that Terraform writes/],
    [[0xd4, 5, 0], /got MessagePack extension 5, expected 0 or 12/],
    [[0xa5, 0x61], /got 1 bytes, expected 5/],
    [[0xc0, 0xc0], /got 1 bytes more, expected one value/],
  ])('refuses %j', (bytes, message) => {
    expect(() => decode(Buffer.from(bytes))).toThrow(message);
  });
});
