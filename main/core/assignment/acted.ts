import type { Tx } from '../../db/db.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { putThread } from '../threads/settle.ts';

/**
 * Whoever does anything with a thread of theirs has not ignored it: it does not go back any more. Part of every operation
 * (`operate`), so that no way of acting can be forgotten.
 */
export const noteActed = (tx: Tx, by: string, threadId: string | undefined): void => {
  const touched = tx.touched.get('threads');
  if (threadId === undefined && touched === undefined) return;
  const running = tx.all<ThreadRow>(
    'SELECT * FROM threads INDEXED BY threads_due_by_assignee WHERE assignee_id = ? AND is_open = 1 AND return_at IS NOT NULL',
    by,
  );
  for (const row of running) {
    if (row.id === threadId || touched?.has(row.id)) putThread(tx, { ...row, return_at: null }, row);
  }
};
