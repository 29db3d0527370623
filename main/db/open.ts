import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { assertBindingLoads } from './binding.ts';
import { Db } from './db.ts';
import { migrate } from './migrate.ts';

/**
 * Opens (or makes) a desk's database, ready to use. Throws AppError, in words for a person, when the file can't be used;
 * it is left as it was.
 */
export const openDb = (file: string): Db => {
  assertBindingLoads();
  assertNotCutShort(file);
  const raw = open(file);
  try {
    for (const pragma of pragmas) raw.pragma(pragma);
    migrate(raw);
    return new Db(raw);
  } catch (error) {
    raw.close();
    throw inWords(error, file);
  }
};

/** A second connection to a desk that is open already, for another thread: it reads, and can't write. */
export const openReader = (file: string): Db => {
  assertBindingLoads();
  const raw = new Sqlite(file, { readonly: true, fileMustExist: true });
  for (const pragma of ['query_only = ON', 'temp_store = MEMORY', 'cache_size = -16384']) raw.pragma(pragma);
  return new Db(raw);
};

/** A connection for the thread that keeps a desk that is open already: it writes the index, and carries the log into the file. */
export const openKeeper = (file: string): Db => {
  assertBindingLoads();
  const raw = new Sqlite(file, { fileMustExist: true });
  const own = ['synchronous = FULL', 'secure_delete = ON', 'temp_store = MEMORY', 'cache_size = -16384'];
  // Only by the clock, not by whichever commit happens to fill the log.
  for (const pragma of [...own, 'wal_autocheckpoint = 0']) raw.pragma(pragma);
  return new Db(raw);
};

const open = (file: string): Sqlite.Database => {
  try {
    return new Sqlite(file);
  } catch (error) {
    throw inWords(error, file);
  }
};

/** What stands in the way, and what to do; an error that is no fault of the file comes back as it is. */
const inWords = (error: unknown, file: string): unknown => {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  const left = `The file was left as it is: ${file}`;
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new AppError('damaged', `This desk’s database is damaged, or is not a database. ${left}`);
  }
  if (code.startsWith('SQLITE_FULL')) {
    return new AppError('disk', `The disk is full, so the desk can’t be opened. Free some space. ${left}`);
  }
  if (/^SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR)/u.test(code)) {
    return new AppError('disk', `The desk’s folder can’t be written. Check its rights and the disk. ${left}`);
  }
  return error;
};

const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** SQLite notices a lost end only when it comes there. */
const assertNotCutShort = (file: string): void => {
  if (!isCutShort(file)) return;
  throw new AppError(
    'damaged',
    `The end of this desk’s database is missing. The file was left as it is: ${file}`,
  );
};

/** The log may hold the end still, so with one it is left to SQLite; so is a file that can't be opened. */
const isCutShort = (file: string): boolean => {
  if (!existsSync(file) || (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)) return false;
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const head = Buffer.alloc(100);
    if (readSync(handle, head, 0, 100, 0) < 100 || !head.subarray(0, 16).equals(magic)) return false;
    const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
    // The count is right only where whoever wrote last kept it.
    const isCountKept = head.readUInt32BE(24) === head.readUInt32BE(92);
    return isCountKept && fstatSync(handle).size < pageBytes * head.readUInt32BE(28);
  } catch {
    return false;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

// FULL: an operation that was confirmed survives a power cut. secure_delete: erased text leaves the file.
const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'cache_size = -65536',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 33554432',
];
