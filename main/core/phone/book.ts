import type { Changed, Parsed } from '../../../shared/api.ts';
import { operate, type Desk } from '../desk.ts';
import {
  assertCaller,
  assertLive,
  assertMayCall,
  assertMine,
  assertQuiet,
  assertWindow,
  letGo,
  patchCall,
} from './change.ts';
import { restoringCall } from './inverses.ts';
import { getEscalation } from './rows.ts';

/** A time was agreed. A call that was tried before stays counted as tried. */
export const book = (desk: Desk, { id, fromAt, untilAt }: Parsed<'phone.book'>): Changed => {
  assertMayCall(desk);
  const row = getEscalation(desk.db, id);
  assertLive(row);
  assertMine(desk, row);
  assertQuiet(desk.db, row);
  assertWindow(fromAt, untilAt);
  const { seq } = operate(
    desk,
    { op: 'phone.book', by: desk.me, threadId: row.thread_id, input: { id, fromAt, untilAt } },
    (tx) => {
      const step = patchCall(tx, row, {
        state: row.state === 'requested' ? 'booked' : row.state,
        from_at: fromAt,
        until_at: untilAt,
        due_at: fromAt,
        reminded_at: null,
      });
      return { value: null, inverse: restoringCall({ step }) };
    },
  );
  return { seq };
};

/** Who makes the call; null: anybody. */
export const give = (desk: Desk, { id, to }: Parsed<'phone.give'>): Changed => {
  assertMayCall(desk);
  const row = getEscalation(desk.db, id);
  if (row.assignee_id === to) return { seq: null };
  assertLive(row);
  assertMine(desk, row);
  assertQuiet(desk.db, row);
  if (to !== null) assertCaller(desk, to);
  const { seq } = operate(
    desk,
    { op: 'phone.give', by: desk.me, threadId: row.thread_id, input: { id, to } },
    (tx) => ({ value: null, inverse: restoringCall({ step: patchCall(tx, row, { assignee_id: to }) }) }),
  );
  return { seq };
};

/** Nobody calls any more. The thread goes back to where its messages put it. */
export const abandon = (desk: Desk, { id, reason }: Parsed<'phone.abandon'>): Changed => {
  assertMayCall(desk);
  const row = getEscalation(desk.db, id);
  assertLive(row);
  assertMine(desk, row);
  assertQuiet(desk.db, row);
  const { seq } = operate(
    desk,
    { op: 'phone.abandon', by: desk.me, threadId: row.thread_id, input: { id, reason } },
    (tx, at) => {
      const step = patchCall(tx, row, { state: 'abandoned', ended_at: at, outcome: reason });
      return { value: null, inverse: restoringCall({ step, thread: letGo(tx, row.thread_id) }) };
    },
  );
  return { seq };
};
