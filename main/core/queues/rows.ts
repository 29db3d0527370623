import { AppError } from '../../../shared/errors.ts';
import type { QueueId } from '../../../shared/ids.ts';
import type { AssignmentMode, Queue } from '../../../shared/model.ts';
import type { Rule } from '../../../shared/rule.ts';
import { Tx, type Reader } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `queues` and `queue_turns`. */
export type QueueRow = {
  id: string;
  name: string;
  position: number;
  /** JSON: `Rule[]`. */
  rules: string;
  assignment: AssignmentMode;
  skill: string | null;
  is_language: 0 | 1;
  is_sticky: 0 | 1;
  return_after_ms: number | null;
  removed_at: number | null;
  revision: number;
};

/** In use, in the order in which they are asked. */
export const allQueues = (db: Reader): Queue[] =>
  db.all<QueueRow>('SELECT * FROM queues WHERE removed_at IS NULL ORDER BY position, id').map(queueOf);

/**
 * The same, read once and kept until a queue is written: every new message asks. One list is one state of the queues, so
 * that whatever is made from it can be kept by it.
 */
export const keptQueues = (db: Reader): readonly Queue[] => {
  const of = keyOf(db);
  let queues = kept.get(of);
  if (!queues) kept.set(of, (queues = allQueues(db)));
  return queues;
};
const kept = new WeakMap<object, readonly Queue[]>();
const keyOf = (db: Reader): object => (db instanceof Tx ? db.db : db);

/** Throws `not-found` for one that was removed, too. */
export const getQueueRow = (db: Reader, id: string): QueueRow => {
  const row = db.find<QueueRow>('SELECT * FROM queues WHERE id = ? AND removed_at IS NULL', id);
  if (!row) throw new AppError('not-found', 'This queue is no longer in use.');
  return row;
};

export const findQueueRow = (db: Reader, id: string): QueueRow | undefined =>
  db.find<QueueRow>('SELECT * FROM queues WHERE id = ?', id);

export const putQueue = (tx: Tx, row: Omit<QueueRow, 'revision'>): void => {
  put(tx, 'queues', row);
  kept.delete(tx.db);
};

/** Who got the last thread of each queue by itself. */
export const turnsOf = (db: Reader): Map<string, string> =>
  new Map(
    db
      .all<{ queue_id: string; agent_id: string }>('SELECT queue_id, agent_id FROM queue_turns')
      .map((row) => [row.queue_id, row.agent_id]),
  );

export const putTurn = (tx: Tx, queueId: string, agentId: string): void =>
  put(tx, 'queue_turns', { queue_id: queueId, agent_id: agentId });

export const queueOf = (row: QueueRow): Queue => ({
  id: row.id as QueueId,
  name: row.name,
  position: row.position,
  rules: JSON.parse(row.rules) as Rule[],
  assignment: row.assignment,
  skill: row.skill,
  isLanguage: row.is_language === 1,
  isSticky: row.is_sticky === 1,
  returnAfterMs: row.return_after_ms,
  revision: row.revision,
});
