import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '../../../../shared/errors.ts';

export type Entry = { name: string; method: number; packed: number; size: number; at: number };
export type Zip = {
  entries: readonly Entry[];
  /** Its bytes, as they are unpacked. Throws when more come than the directory said. */
  read(entry: Entry): AsyncIterable<Buffer>;
  close(): Promise<void>;
};

/** More than the largest account ever had; what claims more is no archive but a trap. */
const entryCap = 4 * 1024 ** 3;
const directoryCap = 256 * 1024 ** 2;
const entriesCap = 2_000_000;

/**
 * Reads a zip file by its directory at the end, with the long numbers of files over 4 GB. Nothing is ever written under a name
 * that the file gives, so names can lead nowhere.
 */
export const openZip = async (path: string): Promise<Zip> => {
  const handle = await open(path, 'r');
  try {
    const entries = await directoryOf(handle);
    return { entries, read: (entry) => unpacked(handle, entry), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
};

const broken = (why: string): AppError =>
  new AppError('bad-input', `This zip file can’t be read: ${why}. Nothing was imported.`);

const piece = async (handle: FileHandle, from: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
};

const directoryOf = async (handle: FileHandle): Promise<Entry[]> => {
  const { size: fileSize } = await handle.stat();
  const tailAt = Math.max(0, fileSize - 65_557);
  const tail = await piece(handle, tailAt, fileSize - tailAt);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw broken('its end is missing, so it was cut or is no zip file');
  let count = tail.readUInt16LE(end + 10);
  let size = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  if (end >= 20 && tail.readUInt32LE(end - 20) === 0x07064b50) {
    const record = await piece(handle, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw broken('its end is damaged');
    count = Number(record.readBigUInt64LE(32));
    size = Number(record.readBigUInt64LE(40));
    at = Number(record.readBigUInt64LE(48));
  }
  if (size > directoryCap || count > entriesCap || at + size > fileSize)
    throw broken('its directory is damaged');
  return entriesOf(await piece(handle, at, size), count);
};

const entriesOf = (directory: Buffer, count: number): Entry[] => {
  const entries: Entry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw broken('its directory is damaged');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const short = {
      size: directory.readUInt32LE(at + 24),
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    };
    const isLocked = (directory.readUInt16LE(at + 8) & 1) === 1;
    entries.push({
      name: isLocked ? '' : name,
      method: directory.readUInt16LE(at + 10),
      ...withLong(short, extra),
    });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
};

/** Numbers that don't fit stand in an extra field, in this order, and only those. */
const withLong = <T extends { size: number; packed: number; at: number }>(short: T, extra: Buffer): T => {
  const long = { ...short };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    for (const name of ['size', 'packed', 'at'] as const) {
      if (short[name] !== 0xffff_ffff || from + 8 > extra.length) continue;
      long[name] = Number(extra.readBigUInt64LE(from));
      from += 8;
    }
  }
  return long;
};

async function* unpacked(handle: FileHandle, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.size > entryCap) throw broken(`${entry.name.slice(0, 80)} claims to be larger than any archive`);
  if (entry.method !== 0 && entry.method !== 8)
    throw broken(`${entry.name.slice(0, 80)} is packed in a way nobody uses`);
  const head = await piece(handle, entry.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw broken('a file in it is damaged');
  const from = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = Readable.from(pieces(handle, from, entry.packed));
  const bytes: AsyncIterable<Buffer> = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
  let seen = 0;
  try {
    for await (const chunk of bytes) {
      seen += chunk.length;
      if (seen > entry.size) throw broken(`${entry.name.slice(0, 80)} is larger than it says`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof AppError ? error : broken(`${entry.name.slice(0, 80)} is damaged`);
  }
  if (seen < entry.size) throw broken(`${entry.name.slice(0, 80)} was cut`);
}

async function* pieces(handle: FileHandle, from: number, length: number): AsyncGenerator<Buffer> {
  const most = 256 * 1024;
  for (let at = 0; at < length; at += most) {
    const part = await piece(handle, from + at, Math.min(most, length - at));
    if (part.length === 0) return;
    yield part;
  }
}
