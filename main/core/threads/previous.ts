import type { ThreadId } from '../../../shared/ids.ts';
import type { ThreadSummary } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { ThreadRow } from './rows.ts';

/** Earlier threads of the same customer with any of the brand's accounts, newest first. */
export const previousOf = (db: Reader, thread: ThreadRow): ThreadSummary[] =>
  db
    .all<ThreadRow & { preview: string }>(
      'SELECT t.*, substr(m.text, 1, 280) AS preview FROM threads t JOIN messages m ON m.id = t.last_in_id ' +
        'WHERE t.customer_id = ? AND t.id <> ? ORDER BY t.first_at DESC LIMIT 20',
      thread.customer_id,
      thread.id,
    )
    .map(summaryOf);

/** One line about a thread. */
export const summaryOf = (row: ThreadRow & { preview: string }): ThreadSummary => ({
  id: row.id as ThreadId,
  openedAt: row.first_at,
  closedAt: row.closed_at,
  status: row.status,
  preview: row.preview,
});
