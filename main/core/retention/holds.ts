import type { Parsed } from '../../../shared/api.ts';
import type { Hold } from '../../../shared/api/retention.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, CustomerId, ThreadId } from '../../../shared/ids.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { getAccount } from '../accounts/rows.ts';
import { assertMay, getAgent } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { isBeingErased } from '../erase/rows.ts';
import { getThread } from '../threads/rows.ts';
import { findHold, holdsAbout, putHold, type HoldRow } from './hold-rows.ts';

/** From now on nothing of this thread, or of its customer, is removed by anybody. */
export const setHold = (desk: Desk, { threadId, on, reason }: Parsed<'hold.set'>): { id: string } => {
  assertMay(desk, 'hold.set');
  const { customer_id, account_id } = getThread(desk.db, threadId);
  if (isBeingErased(desk.db, customer_id)) {
    throw new AppError('too-late', 'This person is being erased already. What is gone can’t be held.');
  }
  if (getAccount(desk.db, account_id).erase_at !== null) {
    throw new AppError('too-late', 'The archive of this account is being deleted already.');
  }
  const id = newId(desk);
  const what = { op: 'hold.set', by: desk.me, threadId, input: { id, on } };
  operate(desk, what, (tx, at) => {
    const row = { id, customer_id, thread_id: on === 'thread' ? threadId : null, reason };
    putHold(tx, {
      ...row,
      set_by: desk.me,
      set_at: at,
      lifted_by: null,
      lifted_at: null,
      lifted_because: null,
    });
    tell(tx, { ...row, thread_id: threadId });
    return { value: null };
  });
  return { id };
};

/** It may go again when its time has come. Who lifted it, and why, stays. */
export const liftHold = (desk: Desk, { id, reason }: Parsed<'hold.lift'>): void => {
  assertMay(desk, 'hold.set');
  const row = findHold(desk.db, id);
  if (!row) throw new AppError('not-found', 'This hold is not on this desk.');
  if (row.lifted_at !== null) throw new AppError('moved-on', 'Somebody has lifted this hold already.');
  const what = { op: 'hold.lift', by: desk.me, input: { id } };
  operate(desk, row.thread_id === null ? what : { ...what, threadId: row.thread_id }, (tx, at) => {
    putHold(tx, { ...row, lifted_by: desk.me, lifted_at: at, lifted_because: reason });
    tell(tx, row);
    return { value: null };
  });
};

/** Every window that shows a thread of theirs looks again. */
const tell = (tx: Tx, { thread_id, customer_id }: Pick<HoldRow, 'thread_id' | 'customer_id'>): void => {
  const theirs = tx.all<{ id: string }>(
    'SELECT id FROM threads WHERE customer_id = ? ORDER BY first_at DESC LIMIT 50',
    customer_id,
  );
  for (const { id } of theirs) tx.touch('threads', id);
  if (thread_id !== null) tx.touch('threads', thread_id);
};

export const holdsOf = (db: Reader, threadId: string): Hold[] =>
  holdsAbout(db, threadId, getThread(db, threadId).customer_id).map((row) => holdOf(db, row));

export const holdOf = (db: Reader, row: HoldRow): Hold => ({
  id: row.id,
  threadId: row.thread_id as ThreadId | null,
  customerId: row.customer_id as CustomerId,
  reason: row.reason,
  setBy: row.set_by as AgentId,
  setByName: getAgent(db, row.set_by).name,
  setAt: row.set_at,
  lifted:
    row.lifted_at === null || row.lifted_by === null
      ? null
      : { by: getAgent(db, row.lifted_by).name, at: row.lifted_at, because: row.lifted_because ?? '' },
});
