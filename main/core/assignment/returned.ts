import type { Reader } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import { operate, type Desk } from '../desk.ts';
import { patchThread, restoring } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { givenBack, returnAt } from './give.ts';

/** Each is a change of its own, so that the thread's history says so: a few at a time. */
const perTurn = 20;

/** Gives back what was assigned and ignored: its time is up, and whoever has it has not touched it since. */
export const giveBack: Chore = {
  name: 'thread.returned',
  dueAt: ({ db }) =>
    db.find<{ at: number | null }>('SELECT min(return_at) AS at FROM threads WHERE return_at IS NOT NULL')
      ?.at ?? Infinity,
  run(desk) {
    for (const row of dueNow(desk.db, desk.now())) takeBack(desk, row);
  },
};

const dueNow = (db: Reader, at: number): ThreadRow[] =>
  db.all<ThreadRow>(
    'SELECT * FROM threads WHERE return_at IS NOT NULL AND return_at <= ? ORDER BY return_at LIMIT ?',
    at,
    perTurn,
  );

const takeBack = (desk: Desk, row: ThreadRow): void => {
  const { id: threadId, assignee_id: from } = row;
  const isIgnored = row.is_open === 1 && from !== null && row.status === 'open';
  if (!isIgnored) return putOff(desk, row);
  operate(desk, { op: 'thread.returned', by: 'desk', threadId, input: { threadId, from } }, (tx, at) => ({
    value: null,
    inverse: restoring([patchThread(tx, row, givenBack(tx, row, at))]),
  }));
};

/** Nobody waits, or it is held for a reason: there is nothing to ignore, so the time begins again or ends. */
const putOff = (desk: Desk, row: ThreadRow): void => {
  operate(
    desk,
    { op: 'thread.kept', by: 'desk', threadId: row.id, input: { threadId: row.id } },
    (tx, at) => {
      const isOpen = row.is_open === 1 && row.assignee_id !== null;
      patchThread(tx, row, { return_at: isOpen ? returnAt(tx, row, at) : null });
      return { value: null };
    },
  );
};
