import { statSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Backup, BackupFacts } from '../../../shared/api/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import { schemaVersion } from '../../db/migrate.ts';
import { timeOf } from './places.ts';

/** Opens a copy and looks through it. Throws AppError, in words, when it could not be restored. */
export const verify = (file: string): BackupFacts => {
  const db = openCopy(file);
  try {
    const [first] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (first?.quick_check !== 'ok') throw unusable(first?.quick_check ?? 'no answer');
    const facts = factsOf(db);
    if (facts.schema > schemaVersion) {
      throw new AppError('not-allowed', 'This backup was made by a newer Earshot. Update Earshot first.');
    }
    return facts;
  } catch (error) {
    throw error instanceof AppError ? error : unusable(String(error));
  } finally {
    db.close();
  }
};

/** What a copy says of itself, without looking through it. */
export const describe = (folder: string, name: string): Backup => {
  const file = path.join(folder, name);
  const about = { name, at: timeOf(name) ?? 0, bytes: statSync(file).size };
  try {
    const db = openCopy(file);
    try {
      return { ...about, holds: factsOf(db) };
    } finally {
      db.close();
    }
  } catch {
    return { ...about, holds: null };
  }
};

const openCopy = (file: string): Sqlite.Database => {
  try {
    return new Sqlite(file, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw unusable(String(error));
  }
};

const factsOf = (db: Sqlite.Database): BackupFacts => {
  const one = <T>(sql: string): T => db.prepare(sql).pluck().get() as T;
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    messages: one<number>('SELECT count(*) FROM messages'),
    newestAt: one<number | null>('SELECT received_at FROM messages ORDER BY seq DESC LIMIT 1') ?? null,
    lastChangeAt: one<number | null>('SELECT at FROM changes ORDER BY seq DESC LIMIT 1') ?? null,
  };
};

const unusable = (why: string): AppError => new AppError('disk', `This backup can’t be read (${why}).`);
