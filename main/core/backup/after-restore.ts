import type { Ms } from '../../../shared/model.ts';
import type { Db, Tx } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { operate } from '../desk.ts';
import { eraseAgain } from '../erase/again.ts';
import { putItem, type OutboxRow } from '../outbox/rows.ts';
import { whereWeStand } from '../outbox/send.ts';
import { putSchedule, type ScheduleRow } from '../schedules/rows.ts';

/**
 * What a room must see to in a desk that was brought back from a backup, before anybody works with it.
 * @param present The desk as it was until now, read only; null: its file can't be read.
 */
export type AfterRestore = (restored: Desk, present: Db | null) => void;

/** In this order. */
export const afterRestore: readonly AfterRestore[] = [
  (restored) => holdWhatWaited(restored),
  (restored) => holdScheduled(restored),
  (restored, present) => {
    if (present) eraseAgain(restored, present);
  },
  // What is gone at its source since is found by looking at everything again.
  ({ db }) => void db.statement('DELETE FROM rechecks').run(),
];

/**
 * What waited to leave when the backup was made may have left since, or been taken back: nobody knows here. Nothing of it leaves
 * by itself. It is looked for among the account's own messages, and what is not found there waits for a person's word.
 */
const holdWhatWaited = (desk: Desk): void => {
  const rows = desk.db.all<OutboxRow>(
    "SELECT * FROM outbox WHERE state IN ('queued', 'sending', 'failed', 'uncertain') ORDER BY queued_at, part, id",
  );
  if (rows.length === 0) return;
  const input = { ids: rows.map(({ id }) => id) };
  operate(desk, { op: 'outbox.restored', by: 'desk', input }, (tx, at) => {
    for (const row of rows) putItem(tx, doubtful(tx, row, at));
    return { value: null };
  });
};

const doubtful = (tx: Tx, row: OutboxRow, at: Ms): OutboxRow => ({
  ...row,
  state: 'uncertain',
  state_at: at,
  attempt_at: row.attempt_at ?? row.queued_at,
  ended_at: null,
  read_at: null,
  checks: 0,
  next_check_at: at,
  code: 'restored',
  reason:
    'This desk was brought back from a backup in which this waited to leave. It may have been sent since: looking for it at the network.',
  doubts: Math.max(1, row.doubts),
  ...(row.since_seq === 0 && whereWeStand(tx, row)),
});

/** What was approved then may have left, or been called off, since: a second person reads it again first. */
const holdScheduled = (desk: Desk): void => {
  const rows = desk.db.all<ScheduleRow>("SELECT * FROM schedules WHERE state = 'approved'");
  if (rows.length === 0) return;
  const input = { ids: rows.map(({ id }) => id) };
  operate(desk, { op: 'schedule.restored', by: 'desk', input }, (tx) => {
    for (const row of rows) {
      putSchedule(tx, {
        ...row,
        state: 'waiting',
        decided_by: null,
        decided_at: null,
        reason: 'Brought back from a backup: it may have left since. Look before you approve it again.',
      });
    }
    return { value: null };
  });
};
