import type { Chore } from '../chores.ts';
import { operate } from '../desk.ts';
import { awake } from './act.ts';
import { patchThread } from './patch.ts';
import type { ThreadRow } from './rows.ts';

/** So many per turn, so that a Monday morning full of them does not hold up the window. */
const perTurn = 50;

/** Threads whose time has come are open again, and unread: they ask for somebody, whoever wrote last. */
export const waking: Chore = {
  name: 'wake',
  dueAt: ({ db }) =>
    db.find<{ at: number | null }>(
      'SELECT min(snoozed_until) AS at FROM threads WHERE snoozed_until IS NOT NULL',
    )?.at ?? Infinity,
  run: (desk) => {
    const due = desk.db.all<ThreadRow>(
      `SELECT * FROM threads WHERE snoozed_until <= ? ORDER BY snoozed_until LIMIT ${perTurn}`,
      desk.now(),
    );
    for (const row of due) {
      operate(
        desk,
        { op: 'thread.woke', by: 'desk', threadId: row.id, input: { threadId: row.id } },
        (tx) => {
          patchThread(tx, row, { ...awake(row), read_seq: Math.min(row.read_seq, row.last_in_seq - 1) });
          return { value: null };
        },
      );
    }
  },
};
