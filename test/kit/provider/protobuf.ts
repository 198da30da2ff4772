/** Protocol buffers by field tables: just what Terraform's plugin protocol needs. */

export type Kind = 'text' | 'bytes' | 'flag' | 'int' | (() => Fields);

export interface Field {
  readonly no: number;
  readonly kind: Kind;
  /** Any number of values, given and returned as an array. */
  readonly many?: boolean;
  /** Values by name, given and returned as an object. */
  readonly map?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;
export type Message = Record<string, unknown>;

export const text = (no: number): Field => ({ no, kind: 'text' });
export const bytes = (no: number): Field => ({ no, kind: 'bytes' });
export const flag = (no: number): Field => ({ no, kind: 'flag' });
export const int = (no: number): Field => ({ no, kind: 'int' });
export const message = (no: number, fields: () => Fields): Field => ({ no, kind: fields });
export const many = (field: Field): Field => ({ ...field, many: true });
export const map = (no: number, fields: () => Fields): Field => ({ no, kind: fields, map: true });

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** Writes every field that is given, also a zero: in a `oneof` a zero is a choice. */
export function encode(fields: Fields, value: Message): Buffer {
  const parts: Buffer[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = value[name];
    if (given === undefined || given === null) continue;
    for (const item of itemsOf(field, given)) parts.push(...encodeField(field, item));
  }
  return Buffer.concat(parts);
}

/** Reads what the table knows and passes over the rest; `many` and `map` fields are never absent. */
export function decode(fields: Fields, data: Uint8Array): Message {
  const source = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const result = emptyMessage(fields);
  const names = new Map(Object.entries(fields).map(([name, field]) => [field.no, name]));
  for (const [no, raw] of rawFields(source)) {
    const name = names.get(no);
    if (name === undefined) continue;
    addValue(result, name, fields[name], raw);
  }
  return result;
}

const entry = (fields: () => Fields) => (): Fields => ({ key: text(1), value: message(2, fields) });

function itemsOf(field: Field, given: unknown): unknown[] {
  if (field.map) return Object.entries(given as object).map(([key, value]) => ({ key, value }));
  return field.many ? (given as unknown[]) : [given];
}

function encodeField({ no, kind, map: isMap }: Field, value: unknown): Buffer[] {
  const tag = (wire: number) => varint(BigInt((no << 3) | wire));
  if (kind === 'int') return [tag(VARINT), varint(BigInt.asUintN(64, BigInt(value as number)))];
  if (kind === 'flag') return [tag(VARINT), varint(value ? 1n : 0n)];
  const body =
    typeof kind === 'function'
      ? encode(isMap ? entry(kind)() : kind(), value as Message)
      : Buffer.from(value as string);
  return [tag(LENGTH), varint(BigInt(body.length)), body];
}

function emptyMessage(fields: Fields): Message {
  const result: Message = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.many) result[name] = [];
    if (field.map) result[name] = {};
  }
  return result;
}

function addValue(result: Message, name: string, field: Field, raw: bigint | Buffer): void {
  if (field.map) {
    const { key = '', value = {} } = decode(entry(field.kind as () => Fields)(), raw as Buffer);
    (result[name] as Message)[key as string] = value;
  } else if (field.many) (result[name] as unknown[]).push(valueOf(field.kind, raw));
  else result[name] = valueOf(field.kind, raw);
}

function valueOf(kind: Kind, raw: bigint | Buffer): unknown {
  if (typeof kind === 'function') return decode(kind(), raw as Buffer);
  if (kind === 'flag') return raw !== 0n;
  if (kind === 'int') return Number(BigInt.asIntN(64, raw as bigint));
  return kind === 'text' ? raw.toString() : raw;
}

function* rawFields(source: Buffer): Generator<[number, bigint | Buffer]> {
  let at = 0;
  const readVarint = (): bigint => {
    let result = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= source.length) throw new Error('got the end of the message, expected a number');
      const byte = source[at++];
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return result;
    }
  };
  const take = (length: number): Buffer => {
    if (at + length > source.length) {
      throw new Error(`got ${source.length - at} bytes, expected ${length}`);
    }
    return source.subarray(at, (at += length));
  };
  while (at < source.length) {
    const tag = Number(readVarint());
    const wire = tag & 7;
    if (wire === VARINT) yield [tag >> 3, readVarint()];
    else if (wire === LENGTH) yield [tag >> 3, take(Number(readVarint()))];
    else if (wire === FIXED_64 || wire === FIXED_32) take(wire === FIXED_64 ? 8 : 4);
    else throw new Error(`got wire type ${wire}, expected 0, 1, 2 or 5`);
  }
}

function varint(value: bigint): Buffer {
  const result: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) result.push(Number(rest & 0x7fn) | 0x80);
  result.push(Number(rest));
  return Buffer.from(result);
}
