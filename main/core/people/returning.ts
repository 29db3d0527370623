import type { Db } from '../../db/db.ts';
import { given } from '../assignment/give.ts';
import type { Chore } from '../chores.ts';
import { operate } from '../desk.ts';
import { patchThread } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';

const atOnce = 200;

/**
 * A thread that comes back to somebody who has gone (its customer wrote again, a step was taken back) goes on to its
 * queue: nobody off duty holds an open thread, however it came to them.
 */
export const returnFromOffDuty: Chore = {
  name: 'return threads of those off duty',
  dueAt: ({ db, now }) => (orphans(db, 1).length > 0 ? now() : Infinity),
  run(desk) {
    const rows = orphans(desk.db, atOnce);
    if (rows.length === 0) return;
    operate(desk, { op: 'duty.returned', by: 'desk', input: { threads: rows.length } }, (tx, at) => {
      for (const row of rows) patchThread(tx, row, given(tx, row, null, at));
      return { value: null };
    });
  },
};

// From the few who are gone to their threads, by index; never the other way round.
const orphans = (db: Db, limit: number): ThreadRow[] =>
  db.all<ThreadRow>(
    'SELECT t.* FROM agents a CROSS JOIN threads t ON t.assignee_id = a.id AND t.is_open = 1 ' +
      "WHERE a.duty = 'off' OR a.left_at IS NOT NULL LIMIT ?",
    limit,
  );
