import { openDb } from '../../db/open.ts';

/** True of what SQLite and we ourselves say when pages of the file are not as they should be. */
export const isDamage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'damaged' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
};

/** A work wants a file that it can open; what it is about may be none. */
export const makeScratch = (file: string): void => openDb(file).close();
