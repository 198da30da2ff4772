import * as fc from 'fast-check';
import { bytes, decode, encode, Fields, flag, int, many, map, message, text } from './protobuf';

const INNER: Fields = { name: text(1), size: int(16) };
const FIELDS: Fields = {
  name: text(1),
  body: bytes(2),
  isOn: flag(3),
  count: int(4),
  inner: message(5, () => INNER),
  names: many(text(6)),
  inners: many(message(7, () => INNER)),
  byName: map(8, () => INNER),
};

const inner = fc.record({ name: fc.string(), size: fc.maxSafeInteger() });
const given = fc.record(
  {
    name: fc.string({ unit: 'grapheme' }),
    body: fc.uint8Array().map((array) => Buffer.from(array)),
    isOn: fc.boolean(),
    count: fc.maxSafeInteger(),
    inner,
    names: fc.array(fc.string()),
    inners: fc.array(inner),
    byName: fc.dictionary(fc.string(), inner, { noNullPrototype: true }),
  },
  { requiredKeys: ['names', 'inners', 'byName'] },
);

describe('protocol buffers', () => {
  test('read back whatever they wrote', () => {
    fc.assert(
      fc.property(given, (value) => expect(decode(FIELDS, encode(FIELDS, value))).toEqual(value)),
    );
  });

  test('write a zero that is given, because in a oneof it is a choice', () => {
    expect([...encode({ index: int(3) }, { index: 0 })]).toEqual([0x18, 0]);
  });

  test('pass over fields that the table does not know', () => {
    const wide = encode(FIELDS, { name: 'a', count: 1, names: ['b'] });
    expect(decode({ name: text(1) }, wide)).toEqual({ name: 'a' });
    const fixed = Buffer.of(0x0d, 1, 2, 3, 4, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a, 1, 0x61);
    expect(decode({ name: text(3) }, fixed)).toEqual({ name: 'a' });
  });

  test('refuse a message that ends early', () => {
    expect(() => decode(FIELDS, Buffer.of(0x0a, 5, 0x61))).toThrow('got 1 bytes, expected 5');
  });
});
