import type { Tx } from '../../db/db.ts';
import type { Desk } from '../desk.ts';

/** Below a frame. Taking one message's words out of the index costs more than everything else about it. */
const budgetMs = 6;
const most = 40;

/**
 * Takes messages of a thread out of the index of words, as many as there is time for; their rows can go at once afterwards.
 * True when none is left in it.
 */
export const unindex = (
  tx: Tx,
  { now }: Pick<Desk, 'now'>,
  threadId: string,
  kind: 'any' | 'dm' = 'any',
): boolean => {
  const rows = tx.all<{ id: number }>(
    "SELECT d.id FROM messages m CROSS JOIN search_docs d ON d.part = 'message' AND d.ref = m.seq " +
      `WHERE m.thread_id = ?${kind === 'dm' ? " AND m.kind = 'dm' AND m.gone_at IS NULL" : ''} LIMIT ${most}`,
    threadId,
  );
  const until = now() + budgetMs;
  for (const [at, { id }] of rows.entries()) {
    tx.db.statement('DELETE FROM search_docs WHERE id = ?').run(id);
    if (now() >= until && at < rows.length - 1) return false;
  }
  return rows.length < most;
};
