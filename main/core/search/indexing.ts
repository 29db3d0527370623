import type { Db } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import { countryOf } from '../phone/country.ts';
import { readSettings } from '../settings.ts';
import { freeId } from './doc-ids.ts';
import {
  besideEntry,
  messageColumns,
  messageEntry,
  type Entry,
  type IndexedMessage,
  type Part,
  type Ref,
} from './entries.ts';
import { indexPerson } from './people.ts';

/**
 * Keeps the index behind the desk: what has arrived, what was changed, then what was here before there was an index, the
 * newest first. Ingest adds nothing to it, for the order of arrival says what is new; whatever is changed or deleted leaves
 * the index in the same statement, by triggers. A few milliseconds a turn, in a transaction of its own: after a kill it
 * goes on where it was. In the program a thread does this (main/worker/keeper.ts).
 */
export const indexing: Chore = {
  name: 'search.index',
  apartMs: 25,
  dueAt: ({ db }) => (isBehind(db) ? 0 : Infinity),
  run: ({ db }) => indexSome(db),
};

/** So many texts a turn, and so many pages of the index merged after: five milliseconds for both. */
const perTurn = 20;
const pagesPerTurn = 12;

export type Marks = { from_seq: number; upto_seq: number };
export const marksOf = (db: Pick<Db, 'find'>): Marks =>
  db.find<Marks>('SELECT from_seq, upto_seq FROM search_marks') ?? { from_seq: 1, upto_seq: 0 };

export const isBehind = (db: Db): boolean => {
  const { from_seq, upto_seq } = marksOf(db);
  return (
    db.find('SELECT 1 FROM search_queue LIMIT 1') !== undefined ||
    db.find('SELECT 1 FROM messages WHERE seq > ? LIMIT 1', upto_seq) !== undefined ||
    db.find('SELECT 1 FROM messages WHERE seq < ? LIMIT 1', from_seq) !== undefined
  );
};

/** The next part of what is not in the index yet. */
export const indexSome = (db: Db, atMost = perTurn, pages = pagesPerTurn): void => {
  const country = countryOf(readSettings(db));
  // What a power cut takes of this is done again: it need not wait for the disk. Whatever is committed next takes it along.
  db.raw.pragma('synchronous = NORMAL');
  try {
    db.transaction(() => oneTurn(db, atMost, pages, country));
  } finally {
    db.raw.pragma('synchronous = FULL');
  }
};

const oneTurn = (db: Db, atMost: number, pages: number, country: string): void => {
  if (!indexQueue(db, atMost, country) && !indexMessages(db, atMost, country)) return;
  db.statement("INSERT INTO search_words (search_words, rank) VALUES ('merge', ?)").run(pages);
};

const indexQueue = (db: Db, atMost: number, country: string): boolean => {
  const queued = db.all<{ part: Part | 'person'; ref: Ref }>(
    'SELECT part, ref FROM search_queue LIMIT ?',
    atMost,
  );
  const entries: Entry[] = [];
  for (const { part, ref } of queued) {
    if (part === 'person') indexPerson(db, String(ref));
    else if (part === 'message') {
      const sql = `SELECT ${messageColumns} FROM messages WHERE seq = ?`;
      for (const row of db.all<IndexedMessage>(sql, ref)) entries.push(withPeople(db, row, country));
    } else {
      const entry = besideEntry(db, part, String(ref));
      if (entry) entries.push(entry);
    }
    db.statement('DELETE FROM search_queue WHERE part = ? AND ref = ?').run(part, ref);
  }
  keep(db, entries);
  return queued.length > 0;
};

/** What arrived last goes before what is old. */
const indexMessages = (db: Db, atMost: number, country: string): boolean => {
  const { from_seq, upto_seq } = marksOf(db);
  const select = `SELECT ${messageColumns} FROM messages WHERE seq`;
  const fresh = db.all<IndexedMessage>(`${select} > ? ORDER BY seq LIMIT ?`, upto_seq, atMost);
  const old =
    fresh.length > 0
      ? []
      : db.all<IndexedMessage>(`${select} < ? ORDER BY seq DESC LIMIT ?`, from_seq, atMost);
  keep(
    db,
    [...fresh, ...old].map((row) => withPeople(db, row, country)),
  );
  const upto = fresh.at(-1)?.seq ?? upto_seq;
  const from = old.at(-1)?.seq ?? from_seq;
  db.statement('UPDATE search_marks SET from_seq = ?, upto_seq = ?').run(from, upto);
  return fresh.length + old.length > 0;
};

/** Who wrote it, and to whom, can be found by name from now on. */
const withPeople = (db: Db, row: IndexedMessage, country: string): Entry => {
  indexPerson(db, row.author_id);
  if (row.other_id !== null) indexPerson(db, row.other_id);
  return messageEntry(row, country);
};

/** In the order of their ids: a lower one makes FTS5 write out what it has gathered so far. */
const keep = (db: Db, entries: readonly Entry[]): void => {
  for (const { part, ref, at, text, facts } of entries.toSorted((a, b) => a.at - b.at)) {
    // A message may be waiting twice: as changed, and as one of those before the index.
    if (db.find('SELECT 1 FROM search_docs WHERE part = ? AND ref = ?', part, ref)) continue;
    const id = freeId(db, at);
    db.statement('INSERT INTO search_docs (id, part, ref, at) VALUES (?, ?, ?, ?)').run(id, part, ref, at);
    db.statement('INSERT INTO search_words (rowid, text, facts) VALUES (?, ?, ?)').run(id, text, facts);
  }
};
