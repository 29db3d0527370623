import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Patch } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';

/**
 * What an assignment sets on a thread: who, since when, and until when it may be ignored. Every way of assigning (claim,
 * by hand, in bulk, by itself) takes it from here.
 */
export const given = (db: Reader, thread: ThreadRow, to: string | null, at: Ms): Patch => ({
  assignee_id: to,
  assigned_at: to === null ? null : at,
  return_at: to === null ? null : returnAt(db, thread, at),
  ...(to !== null && { returned_from: null }),
});

/** Taken from whoever has it, back to its queue: the desk does not hand it straight back to them. */
export const givenBack = (db: Reader, thread: ThreadRow, at: Ms): Patch => ({
  ...given(db, thread, null, at),
  returned_from: thread.assignee_id,
});

/** When an assignment made now goes back; null: never. */
export const returnAt = (db: Reader, { queue_id }: ThreadRow, at: Ms): Ms | null => {
  if (queue_id === null) return null;
  const queue = db.find<{ return_after_ms: number | null }>(
    'SELECT return_after_ms FROM queues WHERE id = ?',
    queue_id,
  );
  return queue?.return_after_ms == null ? null : at + queue.return_after_ms;
};
