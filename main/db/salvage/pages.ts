import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readLog } from './log.ts';

/** The pages of a database file that SQLite itself may refuse. Nothing is ever written to it. */
export type Pages = {
  readonly bytes: number;
  readonly count: number;
  /** The number of the schema, as the file's head says; null: the head can't be read. */
  readonly schema: number | null;
  /** From 1. Undefined: there is no such page. */
  page(at: number): Buffer | undefined;
  close(): void;
};

/** What our own files have, and what is taken when the head of one is gone. */
const usualBytes = 4096;
const magic = 'SQLite format 3\0';

export const openPages = (file: string): Pages => {
  const handle = openSync(file, 'r');
  const { size } = fstatSync(handle);
  const logFile = `${file}-wal`;
  const logBytes = existsSync(logFile) ? readFileSync(logFile) : Buffer.alloc(0);
  const log = readLog(logBytes);
  const read = (at: number, bytes: number): Buffer => {
    const page = Buffer.alloc(bytes);
    const got = readSync(handle, page, 0, bytes, at);
    return page.subarray(0, got);
  };
  const inFile = headOf(read(0, 100));
  const bytes = log?.pageBytes ?? inFile?.bytes ?? usualBytes;
  const inLog = (at: number): Buffer | undefined => {
    const place = log?.pages.get(at);
    return place === undefined ? undefined : logBytes.subarray(place, place + bytes);
  };
  const first = inLog(1);
  const head = (first && headOf(first)) ?? inFile;
  const count = Math.max(Math.ceil(size / bytes), 0, ...(log?.pages.keys() ?? []));
  return {
    bytes,
    count,
    schema: head?.schema ?? null,
    page(at) {
      if (at < 1 || at > count) return undefined;
      const page = inLog(at) ?? read((at - 1) * bytes, bytes);
      return page.length === bytes ? page : undefined;
    },
    close: () => closeSync(handle),
  };
};

const headOf = (head: Buffer): { bytes: number; schema: number } | null => {
  if (head.length < 100 || head.toString('latin1', 0, 16) !== magic) return null;
  const size = head.readUInt16BE(16);
  const bytes = size === 1 ? 65_536 : size;
  return bytes < 512 || (bytes & (bytes - 1)) !== 0 ? null : { bytes, schema: head.readUInt32BE(60) };
};
