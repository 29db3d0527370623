import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import type { Desk } from '../desk.ts';

/** Soon after an erasure, once for several; again when a reader was in the way. */
const soonMs = 2_000;
const againMs = 10_000;
/** The program may have ended between an erasure and its sweep: each start sweeps once. */
const afterStartMs = 60_000;

const due = new WeakMap<Db, Ms>();

export const sweepSoon = ({ db, now }: Pick<Desk, 'db' | 'now'>): void =>
  void due.set(db, Math.min(due.get(db) ?? Infinity, now() + soonMs));

/**
 * Erased text is overwritten in the database file at once, but its write-ahead log still holds the pages as they were: the
 * log is written back and cut to nothing.
 */
export const sweepDisk: Chore = {
  name: 'disk.sweep',
  dueAt({ db, now }) {
    if (!due.has(db)) due.set(db, now() + afterStartMs);
    return due.get(db) ?? Infinity;
  },
  run({ db, now }) {
    const [row] = db.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    due.set(db, row?.busy === 1 ? now() + againMs : Infinity);
  },
};
