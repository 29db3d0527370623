import type { Value } from '../db.ts';

/** Said of bytes that are not what they should be. */
export class Damaged extends Error {}

/** A number of one to nine bytes, and where what follows it begins. */
export const varint = (of: Buffer, at: number): [number, number] => {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = of[at + index];
    if (byte === undefined) throw new Damaged('a number is cut off');
    if (index === 8) {
      value = (value << 8n) | BigInt(byte);
      return [Number(BigInt.asIntN(64, value)), at + 9];
    }
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + index + 1];
  }
  throw new Damaged('a number is too long');
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The values of one row, as they are stored: every byte must be accounted for. */
export const decode = (record: Buffer): Value[] => {
  const [headEnd, from] = varint(record, 0);
  if (headEnd > record.length || headEnd < 1) throw new Damaged('a row has no head');
  const values: Value[] = [];
  let at = from;
  let place = headEnd;
  while (at < headEnd) {
    const [type, next] = varint(record, at);
    at = next;
    const bytes = bytesOf(type);
    if (place + bytes > record.length) throw new Damaged('a row is cut off');
    values.push(valueOf(record, place, type, bytes));
    place += bytes;
  }
  if (at !== headEnd || place !== record.length) throw new Damaged('a row is longer than it says');
  return values;
};

const bytesOf = (type: number): number => {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const bytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type];
  if (bytes === undefined || type < 0) throw new Damaged('a value of no kind');
  return bytes;
};

const valueOf = (of: Buffer, at: number, type: number, bytes: number): Value => {
  if (type === 0) return null;
  if (type === 7) return of.readDoubleBE(at);
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return Number(of.readBigInt64BE(at));
  if (type < 6) return of.readIntBE(at, bytes);
  const part = of.subarray(at, at + bytes);
  if (type % 2 === 0) return Buffer.from(part);
  try {
    return utf8.decode(part);
  } catch {
    throw new Damaged('a text is none');
  }
};
