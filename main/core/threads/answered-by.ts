import type { Message } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { ThreadRow } from './rows.ts';

/** So many are shown; the first helped, the rest agree. */
const most = 5;

/**
 * CROSS JOIN keeps the order of the tables: left to itself SQLite began with every answer the account has (measured: 245 ms
 * at a million messages; 0.2 ms so).
 */
export const answersSql =
  'SELECT m.id FROM (SELECT remote_id, version_id FROM messages ' +
  "WHERE thread_id = ? AND kind = 'post' AND role = 'in' ORDER BY created_at DESC LIMIT 100) p " +
  'CROSS JOIN messages m ON m.account_id = ? AND m.in_reply_to IN (p.remote_id, p.version_id) ' +
  "AND m.role <> 'out' JOIN identities i ON i.id = m.author_id AND i.customer_id <> ? " +
  `GROUP BY m.id ORDER BY m.created_at LIMIT ${most}`;

/**
 * How many such answers there are to what still waits in thread `t`. Its posts since then are few, and each is one look into
 * the index of answers, by its first name: a column asks it of every card (measured: 3 µs each, 12 by all names of edited posts).
 */
export const otherAnswersSql =
  'SELECT count(*) FROM (SELECT 1 FROM messages p CROSS JOIN messages h ' +
  "ON h.account_id = t.account_id AND h.in_reply_to = p.remote_id AND h.role <> 'out' " +
  'JOIN identities w ON w.id = h.author_id AND w.customer_id <> t.customer_id ' +
  "WHERE p.thread_id = t.id AND p.created_at >= t.waiting_since AND p.kind = 'post' AND p.role = 'in' LIMIT 9)";

/** Which messages of third persons answer the customer in public: they are neither this customer nor the brand. Oldest first. */
export const answersOfOthers = (db: Reader, { id, account_id, customer_id }: ThreadRow): string[] =>
  db.all<{ id: string }>(answersSql, id, account_id, customer_id).map((row) => row.id);

/** The threads of others whose customer these messages answer: their cards say so from now on. */
export const threadsAnsweredBy = (db: Reader, messages: readonly Message[]): string[] =>
  messages.flatMap(({ direction, inReplyTo, threadId }) => {
    if (direction === 'out' || inReplyTo === null) return [];
    const answered = db.find<{ thread_id: string | null }>(
      "SELECT thread_id FROM messages WHERE id = ? AND role = 'in'",
      inReplyTo,
    );
    return answered?.thread_id != null && answered.thread_id !== threadId ? [answered.thread_id] : [];
  });
