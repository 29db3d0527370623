import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Part } from './place.ts';

/** One message to ask for: by the newest version we know, for that is the one the network may have deleted with the rest. */
export type Asked = {
  id: string;
  version_id: string;
  /** Its author, as the network calls them. */
  author: string;
};

/** Messages to ask for, and where the walk goes on after them; null: this round is at its end. */
export type Step = { messages: Asked[]; next: string | null };

export type Walk = {
  /** Where a round begins. */
  begin(db: Reader): string;
  /** At most so many messages from this place on; may be none, with more to come. */
  step(db: Reader, accountId: string, place: string, most: number): Step;
};

const author = (id: string): string =>
  `(SELECT remote_id FROM identities WHERE identities.id = ${id}) AS author`;

/** What a file calls by a name of its own is nothing the network could be asked for. */
const networks = "AND remote_id NOT LIKE 'file:%'";

const daysBack = 30;
const dayMs = 24 * 3_600_000;

export const walks = (now: Ms): Record<Part, Walk> => ({ open, recent: recent(now - daysBack * dayMs) });

/** Threads looked at in one step; each has a few messages. */
const threadsPerStep = 200;

type OpenPlace = { sort_at: number; id: string; message: string };

/**
 * The longest waiting first: they are answered next. A thread that goes on meanwhile moves to the end of this order, never
 * past us, so that every message of an open thread has its turn in a round.
 */
const open: Walk = {
  begin: () => JSON.stringify({ sort_at: -1, id: '', message: '' } satisfies OpenPlace),
  step(db, accountId, place, most) {
    const from = JSON.parse(place) as OpenPlace;
    const threads = db.all<{ id: string; account_id: string; sort_at: number }>(
      'SELECT id, account_id, sort_at FROM threads WHERE is_open = 1 AND (sort_at, id) >= (?, ?) ' +
        `ORDER BY sort_at, id LIMIT ${threadsPerStep}`,
      from.sort_at,
      from.id,
    );
    const messages: Asked[] = [];
    for (const thread of threads) {
      if (thread.account_id !== accountId) continue;
      const left = most - messages.length;
      const after = thread.id === from.id ? from.message : '';
      const found = db.all<Asked>(
        `SELECT id, version_id, ${author('author_id')} FROM messages WHERE thread_id = ? ` +
          `AND kind = 'post' AND gone_at IS NULL AND id > ? ${networks} ORDER BY id LIMIT ?`,
        thread.id,
        after,
        left + 1,
      );
      messages.push(...found.slice(0, left));
      if (found.length > left) {
        const message = found[left - 1]?.id ?? after;
        return { messages, next: JSON.stringify({ sort_at: thread.sort_at, id: thread.id, message }) };
      }
    }
    const last = threads.at(-1);
    if (!last || threads.length < threadsPerStep) return { messages, next: null };
    return { messages, next: JSON.stringify({ sort_at: last.sort_at, id: last.id, message: '￿' }) };
  },
};

/** Rows of the order of arrival that are looked at in one step: a few milliseconds. */
const rowsPerStep = 4_000;

/** By arrival, the newest first; what stands in an open thread has its own round. */
const recent = (since: Ms): Walk => ({
  begin: (db) =>
    String((db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0) + 1),
  step(db, accountId, place, most) {
    const below = Number(place);
    const floor = below - rowsPerStep;
    const found = db.all<Asked & { seq: number; received_at: Ms }>(
      `SELECT m.seq, m.id, m.version_id, ${author('m.author_id')}, m.received_at FROM messages m ` +
        'LEFT JOIN threads t ON t.id = m.thread_id WHERE m.seq < ? AND m.seq >= ? AND m.account_id = ? ' +
        // What came from a file may be millions, each paid for: it is looked at when somebody is about to answer it.
        "AND m.kind = 'post' AND m.gone_at IS NULL AND m.import_id IS NULL AND (t.is_open IS NULL OR t.is_open = 0) " +
        'ORDER BY m.seq DESC LIMIT ?',
      below,
      floor,
      accountId,
      most,
    );
    const messages = found.filter(({ received_at }) => received_at >= since);
    const reached = found.length < most ? floor : (found.at(-1)?.seq ?? floor);
    const edge = db.find<{ received_at: Ms }>(
      'SELECT received_at FROM messages WHERE seq <= ? ORDER BY seq DESC LIMIT 1',
      reached,
    );
    const isOver = messages.length < found.length || edge === undefined || edge.received_at < since;
    return { messages, next: isOver ? null : String(reached) };
  },
});

/** What somebody is about to answer: the newest posts of a thread, those of the customer and of the brand. */
export const newestOf = (db: Reader, threadId: string, most: number): Asked[] =>
  db.all<Asked>(
    `SELECT id, version_id, ${author('author_id')} FROM messages WHERE thread_id = ? AND kind = 'post' ` +
      'AND gone_at IS NULL ORDER BY created_at DESC, id DESC LIMIT ?',
    threadId,
    most,
  );
