import Sqlite from 'better-sqlite3';
import { Db } from './db.ts';

/**
 * A database for the length of one work, that nobody else sees: SQLite keeps it in a file without a name once it is larger
 * than its cache, and the system takes it back when it is closed, or when the program dies.
 */
export const openScratch = (schema: string): Db => {
  const raw = new Sqlite('');
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -4096']) raw.pragma(pragma);
  raw.exec(`${schema} BEGIN;`);
  return new Db(raw);
};
