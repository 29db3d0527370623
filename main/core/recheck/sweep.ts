import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import type { Desk } from '../desk.ts';
import { firstPlace, separatorPart, type Place } from '../search/sign-posts.ts';

/** Soon after an erasure, once for several; again when a reader was in the way. */
const soonMs = 2_000;
const againMs = 10_000;
/** The program may have ended between an erasure and its sweep: each start sweeps once. */
const afterStartMs = 60_000;

const due = new WeakMap<Db, Ms>();

export const sweepSoon = ({ db, now }: Pick<Desk, 'db' | 'now'>): void =>
  void due.set(db, Math.min(due.get(db) ?? Infinity, now() + soonMs));

/** The sign-posts of the index, when words have left it since they were last looked through; null: done. */
const places = new WeakMap<Db, Place | null>();

/**
 * Erased text is overwritten in the database file at once, but two things still hold some of it: the index of words, where a
 * word may be the sign-post of a page, and the write-ahead log, which has the pages as they were. The sign-posts are set anew,
 * a part each turn; then the log is written back and cut to nothing.
 */
export const sweepDisk: Chore = {
  name: 'disk.sweep',
  apartMs: 50,
  dueAt({ db, now }) {
    if (!due.has(db)) due.set(db, now() + afterStartMs);
    return due.get(db) ?? Infinity;
  },
  run({ db, now }) {
    const place = places.get(db) ?? begin(db);
    if (place) {
      places.set(
        db,
        db.transaction((tx) => separatorPart(tx, place)),
      );
      if (places.get(db)) return;
      db.statement('UPDATE search_marks SET swept = 1 WHERE swept = 2').run();
    }
    places.delete(db);
    const [row] = db.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    due.set(db, row?.busy === 1 ? now() + againMs : Infinity);
  },
};

/** What leaves the index from now on asks for another look; so does a kill before the end of this one. */
const begin = (db: Db): Place | null =>
  db.statement('UPDATE search_marks SET swept = 2 WHERE swept <> 1').run().changes > 0 ? firstPlace : null;
