import Sqlite from 'better-sqlite3';
import { assertBindingLoads } from './binding.ts';
import { Db } from './db.ts';
import { migrate } from './migrate.ts';

/**
 * Opens (or makes) a desk's database, ready to use. Throws AppError for a newer schema or a missing binding,
 * SqliteError (`SQLITE_NOTADB`, `SQLITE_CORRUPT`, `SQLITE_CANTOPEN`) for a file that can't be used.
 */
export const openDb = (file: string): Db => {
  assertBindingLoads();
  const raw = new Sqlite(file);
  try {
    for (const pragma of pragmas) raw.pragma(pragma);
    migrate(raw);
    return new Db(raw);
  } catch (error) {
    raw.close();
    throw error;
  }
};

// FULL: an operation that was confirmed survives a power cut. secure_delete: erased text leaves the file.
const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'cache_size = -16000',
  'wal_autocheckpoint = 1000',
  'journal_size_limit = 33554432',
];
