import type { QueueCount } from '../../../shared/api/queues.ts';
import type { Reader } from '../../db/db.ts';

/** Exported for the test that reads its plan. */
export const countsSql =
  'SELECT queue_id AS id, count(*) AS open, count(waiting_since) AS waiting, ' +
  'count(*) FILTER (WHERE assignee_id IS NULL) AS unassigned ' +
  'FROM threads INDEXED BY threads_to_give WHERE is_open = 1 AND queue_id IS NOT NULL GROUP BY queue_id';

/** Up to so many open threads are looked at one by one; beyond, only what an index alone can tell is told. */
const lookedAt = 5000;

/** Queues without an open thread are left out. */
export const queueCounts = (db: Reader): QueueCount[] => {
  const queued = db.all<QueueCount>(countsSql);
  const rest = unqueued(db, queued);
  return rest.open === 0 ? queued : [rest, ...queued];
};

/** Most desks have threads that no rule fits, and no index for them: they are all others. */
const unqueued = (db: Reader, queued: readonly QueueCount[]): QueueCount => {
  const all = one(db, 'threads INDEXED BY threads_open WHERE is_open = 1');
  const assigned = one(
    db,
    'threads INDEXED BY threads_due_by_assignee WHERE is_open = 1 AND assignee_id IS NOT NULL',
  );
  const open = all - sum(queued, 'open');
  return {
    id: null,
    open,
    unassigned: all - assigned - sum(queued, 'unassigned'),
    waiting:
      all > lookedAt
        ? null
        : one(db, 'threads INDEXED BY threads_open WHERE is_open = 1 AND waiting_since IS NOT NULL') -
          sum(queued, 'waiting'),
  };
};

const one = (db: Reader, from: string): number =>
  db.find<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)?.n ?? 0;

const sum = (all: readonly QueueCount[], what: 'open' | 'waiting' | 'unassigned'): number =>
  all.reduce((total, count) => total + (count[what] ?? 0), 0);
