import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFacts } from '../../../shared/api/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Db } from '../../db/db.ts';
import { schemaVersion } from '../../db/migrate.ts';
import type { LongWork } from '../jobs/long.ts';
import { toDisk } from './places.ts';
import { verify } from './verify.ts';

export type CopyAsked = {
  folder: string;
  name: string;
  /** Bytes that are free there, in place of what the disk says: for tests. */
  freeBytes?: number;
};
export type Copied = { isStopped: boolean; bytes: number; facts: BackupFacts | null };

/**
 * Writes the desk as it stands into a file of its own and gives it its name only when it was read back whole: what has the name
 * of a backup is one. What was erased is not in it, for only rows that are there are written.
 */
export const copy: LongWork<CopyAsked, Copied> = (db, { folder, name, freeBytes }, { report, goesOn }) => {
  const part = path.join(folder, `${name}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    sweepParts(folder);
    assertRoom(db, freeBytes ?? freeIn(folder));
    report(0, steps);
    const before = lastSeq(db);
    // As SQLite counts, this is a write; the connection itself can't write to the desk.
    db.raw.pragma('query_only = OFF');
    db.raw.prepare('VACUUM INTO ?').run(part);
    report(1, steps);
    if (!goesOn()) return stopped(part);
    toDisk(part);
    const facts = verify(part);
    assertComplete(part, facts, before, lastSeq(db), db);
    report(2, steps);
    if (!goesOn()) return stopped(part);
    renameSync(part, path.join(folder, name));
    toDisk(folder);
    report(steps, steps);
    return { isStopped: false, bytes: statSync(path.join(folder, name)).size, facts };
  } catch (error) {
    if (existsSync(folder)) sweepParts(folder);
    throw inWords(error, folder);
  }
};

/** Written, read back, named. */
const steps = 3;

const stopped = (part: string): Copied => {
  rmSync(part, { force: true });
  return { isStopped: true, bytes: 0, facts: null };
};

/** Of a backup during which the program was killed. */
const sweepParts = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (/^desk-.*\.part(?:-journal|-wal|-shm)?$/u.test(name))
      rmSync(path.join(folder, name), { force: true });
  }
};

const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Left for the desk itself, which goes on writing. */
const spareBytes = 32 * 1024 * 1024;

const assertRoom = (db: Db, free: number): void => {
  const [pages, size] = ['page_count', 'page_size'].map((name) =>
    Number(db.raw.pragma(name, { simple: true })),
  );
  const needed = (pages ?? 0) * (size ?? 0) + spareBytes;
  if (free >= needed) return;
  throw new AppError(
    'disk',
    `There is not enough room for a backup: it needs ${megabytes(needed)}, and ${megabytes(free)} are free. ` +
      'The backups there are were kept. Free some space, or choose another folder.',
  );
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

const lastSeq = (db: Db): number =>
  db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;

/** Everything that was done before it began is in it, and nothing that had not happened when it ended. */
const assertComplete = (part: string, facts: BackupFacts, before: number, after: number, db: Db): void => {
  db.raw.prepare('ATTACH ? AS backup').run(part);
  try {
    const missing = db.find<{ name: string }>(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' EXCEPT SELECT name FROM backup.sqlite_master LIMIT 1",
    );
    const seq = db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM backup.changes')?.seq ?? 0;
    if (missing === undefined && facts.schema === schemaVersion && seq >= before && seq <= after) return;
  } finally {
    db.raw.exec('DETACH backup');
  }
  throw new AppError('disk', 'The backup did not come out whole, so it was thrown away. It is tried again.');
};

const inWords = (error: unknown, folder: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return new AppError(
      'disk',
      `The disk is full, so no backup was made. The backups there are were kept: ${folder}`,
    );
  }
  if (/^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR)/u.test(code)) {
    return new AppError('disk', `The folder for backups can’t be written: ${folder}`);
  }
  return error;
};
