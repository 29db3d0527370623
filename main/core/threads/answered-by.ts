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

/** Which messages of third persons answer the customer in public: they are neither this customer nor the brand. Oldest first. */
export const answersOfOthers = (db: Reader, { id, account_id, customer_id }: ThreadRow): string[] =>
  db.all<{ id: string }>(answersSql, id, account_id, customer_id).map((row) => row.id);
