import type { LongWork } from './long.ts';

/** What SQLite finds wrong with the file, a line each, at most a hundred; none: it is whole. */
export const check: LongWork<null, { faults: readonly string[] }> = (db) => {
  const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check');
  const faults = found.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  const strangers = db.all<{ table: string; rowid: number | null }>('PRAGMA foreign_key_check');
  return {
    faults: [...faults, ...strangers.map(({ table }) => `a row of ${table} refers to nothing`)].slice(0, 100),
  };
};
