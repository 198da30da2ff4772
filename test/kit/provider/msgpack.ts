/** MessagePack as Terraform writes values with it, unknown ones included. */

/** A value that is known only after apply. */
export const UNKNOWN: unique symbol = Symbol('known after apply');

export type Value =
  null | typeof UNKNOWN | boolean | number | bigint | string | readonly Value[] | ObjectValue;

/** A value with names: a map, an object or a block. */
export interface ObjectValue {
  readonly [name: string]: Value;
}

// terraform writes a plain unknown as extension 0 and one with hints about its range as 12.
const UNKNOWN_PLAIN = 0;
const UNKNOWN_REFINED = 12;

export function encode(value: Value): Buffer {
  const parts: Buffer[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

export function decode(data: Uint8Array): Value {
  const reader = new Reader(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  const value = reader.value();
  if (reader.left > 0) throw new Error(`got ${reader.left} bytes more, expected one value`);
  return value;
}

function write(value: Value, parts: Buffer[]): void {
  if (value === null) parts.push(Buffer.of(0xc0));
  else if (value === UNKNOWN) parts.push(Buffer.of(0xd4, UNKNOWN_PLAIN, 0));
  else if (typeof value === 'boolean') parts.push(Buffer.of(value ? 0xc3 : 0xc2));
  else if (typeof value === 'bigint') parts.push(integer(value));
  else if (typeof value === 'number') parts.push(number(value));
  else if (typeof value === 'string') writeText(value, parts);
  else if (Array.isArray(value)) {
    parts.push(head(value.length, { fix: 0x90, room: 15, wide: 0xdc }));
    for (const item of value) write(item, parts);
  } else writeMap(value as ObjectValue, parts);
}

function writeText(value: string, parts: Buffer[]): void {
  const body = Buffer.from(value);
  parts.push(head(body.length, { fix: 0xa0, room: 31, byte: 0xd9, wide: 0xda }), body);
}

function writeMap(value: ObjectValue, parts: Buffer[]): void {
  const members = Object.entries(value);
  parts.push(head(members.length, { fix: 0x80, room: 15, wide: 0xde }));
  for (const [name, item] of members) {
    writeText(name, parts);
    write(item, parts);
  }
}

function head(
  length: number,
  { fix, room, byte, wide }: { fix: number; room: number; byte?: number; wide: number },
): Buffer {
  if (length <= room) return Buffer.of(fix | length);
  if (byte !== undefined && length <= 0xff) return Buffer.of(byte, length);
  const result = Buffer.alloc(length <= 0xffff ? 3 : 5);
  result[0] = length <= 0xffff ? wide : wide + 1;
  result.writeUIntBE(length, 1, result.length - 1);
  return result;
}

function number(value: number): Buffer {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return integer(BigInt(value));
  const result = Buffer.alloc(9, 0xcb);
  result.writeDoubleBE(value, 1);
  return result;
}

function integer(value: bigint): Buffer {
  if (value >= 0n && value <= 0x7fn) return Buffer.of(Number(value));
  if (value < 0n && value >= -0x20n) return Buffer.of(0x100 + Number(value));
  if (BigInt.asUintN(64, value) !== value && BigInt.asIntN(64, value) !== value) {
    const result: Buffer[] = [];
    writeText(value.toString(), result);
    return Buffer.concat(result);
  }
  const result = Buffer.alloc(9, value < 0n ? 0xd3 : 0xcf);
  result.writeBigUInt64BE(BigInt.asUintN(64, value), 1);
  return result;
}

class Reader {
  private at = 0;

  constructor(private readonly source: Buffer) {}

  public get left(): number {
    return this.source.length - this.at;
  }

  public value(): Value {
    const tag = this.uint(1);
    if (tag <= 0x7f) return tag;
    if (tag >= 0xe0) return tag - 0x100;
    if (tag <= 0x8f) return this.map(tag & 0x0f);
    if (tag <= 0x9f) return this.list(tag & 0x0f);
    if (tag <= 0xbf) return this.text(tag & 0x1f);
    return this.tagged(tag);
  }

  private tagged(tag: number): Value {
    if (tag === 0xc0) return null;
    if (tag === 0xc2 || tag === 0xc3) return tag === 0xc3;
    if (tag >= 0xc7 && tag <= 0xc9) return this.extension(this.uint(2 ** (tag - 0xc7)));
    if (tag === 0xca) return this.take(4).readFloatBE();
    if (tag === 0xcb) return this.take(8).readDoubleBE();
    if (tag >= 0xcc && tag <= 0xce) return this.uint(2 ** (tag - 0xcc));
    if (tag === 0xcf) return safe(this.take(8).readBigUInt64BE());
    if (tag >= 0xd0 && tag <= 0xd2) return this.int(2 ** (tag - 0xd0));
    if (tag === 0xd3) return safe(this.take(8).readBigInt64BE());
    if (tag >= 0xd4 && tag <= 0xd8) return this.extension(2 ** (tag - 0xd4));
    if (tag >= 0xd9 && tag <= 0xdb) return this.text(this.uint(2 ** (tag - 0xd9)));
    if (tag === 0xdc || tag === 0xdd) return this.list(this.uint(tag === 0xdc ? 2 : 4));
    if (tag === 0xde || tag === 0xdf) return this.map(this.uint(tag === 0xde ? 2 : 4));
    throw new Error(
      `got MessagePack tag 0x${tag.toString(16)}, expected one that Terraform writes`,
    );
  }

  private extension(length: number): Value {
    const kind = this.int(1);
    this.take(length);
    if (kind === UNKNOWN_PLAIN || kind === UNKNOWN_REFINED) return UNKNOWN;
    throw new Error(`got MessagePack extension ${kind}, expected 0 or 12`);
  }

  private map(length: number): Value {
    const members = Array.from({ length }, () => [this.value() as string, this.value()] as const);
    return Object.fromEntries(members);
  }

  private list(length: number): Value {
    return Array.from({ length }, () => this.value());
  }

  private text(length: number): string {
    return this.take(length).toString();
  }

  private uint(length: number): number {
    return this.take(length).readUIntBE(0, length);
  }

  private int(length: number): number {
    return this.take(length).readIntBE(0, length);
  }

  private take(length: number): Buffer {
    if (length > this.left) throw new Error(`got ${this.left} bytes, expected ${length}`);
    return this.source.subarray(this.at, (this.at += length));
  }
}

/** A number where a number can hold it without loss. */
function safe(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
