import { existsSync, statSync } from 'node:fs';
import { openDb } from '../../db/open.ts';
import { copiesIn, readKeeping } from './places.ts';

/** True of what SQLite and we ourselves say when pages of the file are not as they should be. */
export const isDamage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'damaged' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
};

/** A work wants a file that it can open; what it is about may be none. */
export const makeScratch = (file: string): void => openDb(file).close();

/** A file that is not there, or empty, is a new desk's; unless there are backups of an old one. */
export const whyLost = (file: string): string | null => {
  const isThere = existsSync(file);
  if (isThere && (statSync(file).size > 0 || existsSync(`${file}-wal`))) return null;
  if (copiesIn(readKeeping(file).folder).length === 0) return null;
  return isThere ? `This desk’s database is empty: ${file}` : `This desk’s database is not there: ${file}`;
};
