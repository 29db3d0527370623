import type { QueueCount } from '../../../shared/api/queues.ts';
import type { Reader } from '../../db/db.ts';

/** Exported for the test that reads its plan. */
export const countsSql =
  'SELECT queue_id AS id, count(*) AS open, count(waiting_since) AS waiting, ' +
  'count(*) FILTER (WHERE assignee_id IS NULL) AS unassigned ' +
  'FROM threads INDEXED BY threads_to_give WHERE is_open = 1 GROUP BY queue_id';

/** Queues without an open thread are left out. */
export const queueCounts = (db: Reader): QueueCount[] => db.all<QueueCount>(countsSql);
