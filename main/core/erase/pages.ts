import { fdatasync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { Db } from '../../db/db.ts';

/**
 * Between the cells of a page SQLite leaves what stood there before it laid the page anew, `secure_delete` or not. No row and
 * no index refers to these bytes, so nothing reads them; they are blanked in the file itself, while the log of the
 * database is empty. A kill in between leaves some of them blank and some not: both are the same database.
 */
export type Blanked = { next: number; pages: number; isBusy: boolean };

/** Pages of one part: read, compared and written well below a frame. */
const perPart = 128;
/** SQLite locks a byte here and keeps nothing in its page. */
const lockByte = 0x4000_0000;
const firstHeader = 100;

/** The next pages from this one on (the first is 0); `next` is -1 when the file is at its end. */
export const blankGaps = (db: Db, from: number): Blanked => {
  if (db.file === ':memory:') return { next: -1, pages: 0, isBusy: false };
  if (isLogInUse(db)) return { next: from, pages: 0, isBusy: true };
  const file = openFile(db);
  const size = db.raw.pragma('page_size', { simple: true }) as number;
  const pagesInFile = Math.floor(fstatSync(file).size / size);
  const count = Math.min(perPart, pagesInFile - from);
  if (count <= 0) return { next: -1, pages: 0, isBusy: false };
  const data = Buffer.allocUnsafe(count * size);
  const read = readSync(file, data, 0, data.length, from * size);
  let pages = 0;
  for (let at = 0; at + size <= read; at += size) {
    const place = from * size + at;
    if (place === lockByte) continue;
    const gap = gapOf(data.subarray(at, at + size), place === 0 ? firstHeader : 0);
    if (!gap || isBlank(data, at + gap.from, at + gap.to)) continue;
    writeSync(file, zeros(gap.to - gap.from), 0, gap.to - gap.from, place + gap.from);
    pages += 1;
  }
  // What SQLite still holds of these pages in memory is read anew: written back, it would bring the bytes again.
  if (pages > 0) db.raw.pragma('shrink_memory');
  return { next: from + count < pagesInFile ? from + count : -1, pages, isBusy: false };
};

/** Everything that was blanked is on the disk. */
export const flushed = (db: Db): void => {
  if (db.file !== ':memory:') fdatasync(openFile(db), () => undefined);
};

/** Pages in the log stand for those in the file: as long as there are any, the file is not what counts. */
const isLogInUse = (db: Db): boolean => {
  // Else SQLite waits for whoever reads, and the desk with it.
  const patience = db.raw.pragma('busy_timeout', { simple: true }) as number;
  db.raw.pragma('busy_timeout = 0');
  try {
    const [row] = db.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return row?.busy === 1;
  } finally {
    db.raw.pragma(`busy_timeout = ${patience}`);
  }
};

/** Of a page of a tree what lies between the list of its cells and the first of them; null: it is none, or has no such place. */
const gapOf = (page: Buffer, header: number): { from: number; to: number } | null => {
  const kind = page[header];
  const isInner = kind === 2 || kind === 5;
  if (!isInner && kind !== 10 && kind !== 13) return null;
  const from = header + (isInner ? 12 : 8) + 2 * page.readUInt16BE(header + 3);
  const to = page.readUInt16BE(header + 5) || 65_536;
  return from < to && to <= page.length ? { from, to } : null;
};

const blank = Buffer.alloc(65_536);
const zeros = (length: number): Buffer => blank.subarray(0, length);
const isBlank = (data: Buffer, from: number, to: number): boolean =>
  data.compare(blank, 0, to - from, from, to) === 0;

/** Never closed while the desk is open: closing any handle of a file gives up every lock this process has on it (POSIX). */
const files = new WeakMap<Db, number>();
const openFile = (db: Db): number => {
  let file = files.get(db);
  if (file === undefined) files.set(db, (file = openSync(db.file, 'r+')));
  return file;
};
