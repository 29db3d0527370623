import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import { foldText } from '../../../shared/search/fold.ts';
import { isNamed } from '../../../shared/search/names.ts';
import type { Query } from '../../../shared/search/query.ts';
import { isIn, type Sought } from '../../../shared/search/sought.ts';
import type { Db } from '../../db/db.ts';
import { compile, written } from './compile.ts';
import type { Part, Ref } from './entries.ts';
import { usuallyListed } from './fields.ts';

/** Something found, by its id in the index: greater ones were written later. */
export type Found = { id: number; part: Part; ref: Ref; at: Ms; threadId: ThreadId; text: string };

export type Wanted = {
  query: Query;
  me: AgentId;
  before: number | null;
  /** No document below this id; absent: to the end. */
  downTo?: number | undefined;
  limit: number;
};

/** Asked before each document that is looked at: false ends the search where it is. */
export type GoesOn = () => boolean;

export type Findings = {
  found: Found[];
  /** Where to go on; null: there is no more. */
  next: number | null;
  /** It was ended before it had what was wanted: there may be more before `next`. */
  isCut: boolean;
};

/**
 * Looks for documents, the newest first, and reads no further than it has to. SQLite can't be interrupted from outside; so
 * each document looked at asks whether to go on, which is what a deadline and a cancelled search need.
 */
export const createFinder = (
  db: Db,
  listed = usuallyListed,
): ((wanted: Wanted, goesOn?: GoesOn) => Findings) => {
  const watch = { goesOn: (): boolean => true, looked: 0 };
  // One for each finder: a connection knows a function by its name alone.
  const name = `goes_on_${(finders += 1)}`;
  db.raw.function(name, (id: number) => {
    if (!watch.goesOn()) throw new Stopped();
    watch.looked = id;
    return 1;
  });
  db.raw.function('stands_in', (text: string | null, sought: string) => {
    return text !== null && isIn(foldText(text), soughtFrom(sought)) ? 1 : 0;
  });
  db.raw.function('is_named', (value: string, id: string, name: string, handle: string) =>
    isNamed(value, { id, name, handle }) ? 1 : 0,
  );
  return ({ query, me, before, downTo = 0, limit }, goesOn = () => true) => {
    const { match, holds, ...range } = compile(query, { db, me, listed });
    const top = Math.min(before ?? Number.MAX_SAFE_INTEGER, range.before);
    const rows = db
      .statement(`${select} AND ${name}(d.id) = 1 AND (${holds.sql}) ORDER BY w.rowid DESC`)
      .iterate(match, top, Math.max(range.from, downTo), ...holds.values) as IterableIterator<Found>;
    const found: Found[] = [];
    watch.goesOn = goesOn;
    watch.looked = top;
    try {
      for (const row of rows) {
        if (found.length === limit) return { found, next: found.at(-1)?.id ?? null, isCut: false };
        found.push(row);
      }
      return { found, next: null, isCut: false };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return { found, next: watch.looked, isCut: true };
    }
  };
};

let finders = 0;

class Stopped extends Error {}

/** Whatever is no message is looked up where it is met: most are messages, and a join is paid for by each. */
const threadOf =
  "CASE d.part WHEN 'message' THEN m.thread_id WHEN 'note' THEN (SELECT coalesce(n.thread_id, " +
  // A note about a customer alone is shown where they wrote last.
  '(SELECT l.id FROM threads l WHERE l.customer_id = n.customer_id ORDER BY l.last_at DESC LIMIT 1)) ' +
  "FROM notes n WHERE n.id = d.ref) WHEN 'call' THEN (SELECT e.thread_id FROM call_attempts c " +
  'JOIN escalations e ON e.id = c.escalation_id WHERE c.id = d.ref) ' +
  'ELSE (SELECT e.thread_id FROM escalations e WHERE e.id = d.ref) END';

const select =
  `SELECT d.id, d.part, d.ref, d.at, t.id AS threadId, ${written} AS text ` +
  'FROM search_words w CROSS JOIN search_docs d ON d.id = w.rowid ' +
  // Where it is another part nothing is looked up: nothing equals NULL.
  "LEFT JOIN messages m ON m.seq = CASE d.part WHEN 'message' THEN d.ref END " +
  `CROSS JOIN threads t ON t.id = ${threadOf} ` +
  'WHERE w.search_words MATCH ? AND w.rowid < ? AND w.rowid >= ?';

/** Read once a search, though asked for each document. */
const soughtFrom = (json: string): Sought => {
  let sought = known.get(json);
  if (!sought) {
    if (known.size > 100) known.clear();
    known.set(json, (sought = JSON.parse(json) as Sought));
  }
  return sought;
};
const known = new Map<string, Sought>();
