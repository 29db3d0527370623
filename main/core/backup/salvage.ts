import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/model.ts';
import { makeAt, schemaVersion } from '../../db/migrate.ts';
import { openDb } from '../../db/open.ts';
import { lookInto, salvage as salvageRows, type Salvaged } from '../../db/salvage/salvage.ts';
import type { LongWork } from '../jobs/long.ts';
import { mend, type Mended } from './mend.ts';
import { asideFolder, toDisk, writeSafely } from './places.ts';
import { bareDesk } from './restore.ts';
import { noteRun } from './rows.ts';
import { savedWords } from './saved-words.ts';

export type SalvageAsked = { from: string; to: string; at: Ms };
export type SalvageAnswer = { words: readonly string[]; salvaged: Salvaged; mended: Mended };

/**
 * Makes a desk of everything that can be read of a damaged one. The damaged file is only read; the new one is whole and on the disk
 * when this answers, or it is not there.
 */
export const salvage: LongWork<SalvageAsked, SalvageAnswer> = (_, { from, to, at }, { report }) => {
  const parts = ['', '-wal', '-shm', '-journal'].map((suffix) => to + suffix);
  const clear = (): void => parts.forEach((part) => rmSync(part, { force: true }));
  clear();
  try {
    const salvaged = readInto(from, to, report);
    const db = openDb(to);
    try {
      const desk = bareDesk(db, at, 'desk');
      const mended = mend(desk, salvaged.badPages + salvaged.badRows === 0);
      keepLoose(from, at, mended);
      const words = savedWords(salvaged, mended);
      noteRun(desk, 'repair', 'desk', true, words.join(' '));
      db.raw.pragma('wal_checkpoint(TRUNCATE)');
      db.raw.pragma('journal_mode = DELETE');
      return { words, salvaged, mended };
    } finally {
      db.close();
      toDisk(to);
    }
  } catch (error) {
    clear();
    throw error;
  }
};

/** Beside the damaged file: nobody reads the texts of others by the way. */
const keepLoose = (deskFile: string, at: Ms, { loose }: Mended): void => {
  if (loose.length === 0) return;
  const folder = asideFolder(deskFile);
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
  const text = loose.map((one) => `${one.what}:\n${one.text}\n`).join('\n');
  writeSafely(path.join(folder, `lost-texts-${stamp}Z.txt`), text);
};

const readInto = (from: string, to: string, report: (done: number, of: number) => void): Salvaged => {
  const into = new Sqlite(to);
  try {
    // Thrown away whole when it does not come to its end.
    for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'foreign_keys = OFF'])
      into.pragma(pragma);
    makeAt(into, versionOf(from));
    return salvageRows(from, into, report);
  } finally {
    into.close();
  }
};

/** As its head says; where that is gone, by the tables it has. */
const versionOf = (file: string): number => {
  const { schema, tables } = lookInto(file);
  if (schema !== null && schema > schemaVersion) {
    throw new AppError('not-allowed', 'This file was written by a newer Earshot. Update Earshot first.');
  }
  if (schema !== null && schema > 0) return schema;
  const known = new Set(tables);
  for (let version = schemaVersion; version > 1; version -= 1) {
    const db = new Sqlite(':memory:');
    makeAt(db, version);
    const all = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
      .pluck()
      .all() as string[];
    db.close();
    if (known.size === 0 || all.every((name) => known.has(name))) return version;
  }
  return 1;
};
