import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import { imagesIn, threadsIn } from './mentions.ts';

/**
 * Notes behind the desk which threads a change touched that names none, or another: what a network told, what was done to
 * many, what was taken back. Those that name their thread are found by that. Whoever opens a replay reads the newest ones
 * themselves, so this may wait until there are some; nothing is added to the operations.
 */
export const replayIndexing: Chore = {
  name: 'replay.index',
  apartMs: 25,
  dueAt({ db }) {
    if (hasFresh(db)) return 0;
    return hasEarlier(db, marksOf(db).from_seq) ? (freshAt.get(db) ?? -quietMs) + quietMs : Infinity;
  },
  run({ db, now }) {
    if (hasFresh(db)) freshAt.set(db, now());
    indexChanges(db, perTurn);
  },
};

/** So many changes are read in one turn: a few milliseconds. */
const perTurn = 20;
/** So many new ones may wait: whoever opens a replay reads them. */
const mayWait = 60;
/** What is old waits until nothing has been done for so long. */
const quietMs = 1000;
const freshAt = new WeakMap<Db, Ms>();

export type Marks = { from_seq: number; upto_seq: number };
export const marksOf = (db: Pick<Db, 'find'>): Marks =>
  db.find<Marks>('SELECT from_seq, upto_seq FROM replay_marks') ?? { from_seq: 1, upto_seq: 0 };

const hasFresh = (db: Db): boolean =>
  db.find('SELECT 1 FROM changes WHERE seq > ? LIMIT 1', marksOf(db).upto_seq + mayWait) !== undefined;

/** The log from before there was an index is read from its end on: the newest first. */
export const hasEarlier = (db: Pick<Db, 'find'>, from: number): boolean =>
  db.find('SELECT 1 FROM changes WHERE seq < ? LIMIT 1', from) !== undefined;

type Row = { seq: number; thread_id: string | null; rows: string };

/** The next part of what is not in the index yet. Returns how many changes were read. */
export const indexChanges = (db: Db, atMost: number): number => {
  const { from_seq, upto_seq } = marksOf(db);
  const select = "SELECT seq, thread_id, iif(op = 'draft.save', '[]', rows) AS rows FROM changes WHERE seq";
  const fresh = db.all<Row>(`${select} > ? ORDER BY seq LIMIT ?`, upto_seq, atMost);
  const old =
    fresh.length > 0 ? [] : db.all<Row>(`${select} < ? ORDER BY seq DESC LIMIT ?`, from_seq, atMost);
  // What a power cut takes of this is read again: it need not wait for the disk.
  db.raw.pragma('synchronous = NORMAL');
  try {
    db.transaction(() => {
      for (const row of [...fresh, ...old]) note(db, row);
      db.statement(keepMarks).run(old.at(-1)?.seq ?? from_seq, fresh.at(-1)?.seq ?? upto_seq);
    });
  } finally {
    db.raw.pragma('synchronous = FULL');
  }
  return fresh.length + old.length;
};

// On a desk that was rebuilt the row may be missing: then the log is read from its beginning.
const keepMarks =
  'INSERT INTO replay_marks (one, from_seq, upto_seq) VALUES (1, ?, ?) ' +
  'ON CONFLICT (one) DO UPDATE SET from_seq = excluded.from_seq, upto_seq = excluded.upto_seq';

const note = (db: Db, { seq, thread_id, rows }: Row): void => {
  for (const id of threadsIn(db, imagesIn(rows))) {
    if (id === thread_id) continue;
    db.statement('INSERT OR IGNORE INTO replay_changes (thread_id, seq) VALUES (?, ?)').run(id, seq);
  }
};
