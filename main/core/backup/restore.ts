import { copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { RestorePreview } from '../../../shared/api/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { openDb, openReader } from '../../db/open.ts';
import type { Desk } from '../desk.ts';
import type { LongWork } from '../jobs/long.ts';
import { afterRestore } from './after-restore.ts';
import { readKeeping, timeOf, toDisk } from './places.ts';
import { noteRun } from './rows.ts';
import { preparedBeside } from './swap.ts';
import { describe, verify } from './verify.ts';

/** What would be lost by going back to a backup. */
export const preview: LongWork<{ name: string }, RestorePreview> = (db, { name }) => {
  const { folder } = readKeeping(db.file);
  const backup = describe(folder, name);
  const at = backup.holds?.lastChangeAt ?? backup.at;
  const count = (sql: string): number => db.find<{ n: number }>(sql, at)?.n ?? 0;
  return {
    backup,
    since: {
      messages: count("SELECT count(*) AS n FROM messages WHERE received_at > ? AND role = 'in'"),
      answers: count("SELECT count(*) AS n FROM outbox WHERE state = 'sent' AND state_at > ?"),
      notes: count('SELECT count(*) AS n FROM notes WHERE created_at > ? AND removed_at IS NULL'),
      drafts: count("SELECT count(*) AS n FROM drafts WHERE saved_at > ? AND text <> ''"),
      steps: count('SELECT count(*) AS n FROM changes WHERE at > ? AND agent IN (SELECT id FROM agents)'),
    },
  };
};

export type RestoreAsked = { deskFile: string; name: string; at: Ms; by: string };

/**
 * Makes a file beside the desk's that can take its place: the backup, brought up to this program's schema, with nothing in it that
 * would leave by itself. The desk's own file is not touched. Returns it, on the disk.
 */
export const prepareRestore: LongWork<RestoreAsked, string> = (_, { deskFile, name, at, by }) => {
  const from = path.join(readKeeping(deskFile).folder, name);
  if (!existsSync(from)) throw new AppError('not-found', 'This backup is not in its folder any more.');
  const part = `${preparedBeside(deskFile)}.part`;
  try {
    copyFileSync(from, part);
    verify(part);
    const db = openDb(part);
    const present = tryReading(deskFile);
    try {
      const desk = bareDesk(db, at, by);
      for (const see of afterRestore) see(desk, present);
      const made = new Date(timeOf(name) ?? at).toISOString().slice(0, 16).replace('T', ' ');
      noteRun(desk, 'restore', by, true, `Brought back from the backup of ${made} UTC.`);
      db.raw.pragma('wal_checkpoint(TRUNCATE)');
      db.raw.pragma('journal_mode = DELETE');
    } finally {
      present?.close();
      db.close();
    }
    toDisk(part);
    return part;
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(part + suffix, { force: true });
    throw error;
  }
};

const tryReading = (file: string): Db | null => {
  try {
    const db = openReader(file);
    db.find('SELECT count(*) FROM sqlite_master');
    return db;
  } catch {
    return null;
  }
};

/** Enough of a desk to change a file that nobody works with yet. */
export const bareDesk = (db: Db, at: Ms, by: string): Desk => ({
  db,
  now: () => at,
  random: () => 0,
  machine: '',
  me: by as AgentId,
  onCommit: () => {},
  onTrouble: (error) => {
    throw error;
  },
});
