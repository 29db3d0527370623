import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Inverse } from '../../db/changes.ts';
import type { Tx } from '../../db/db.ts';
import { taking, type Inverses } from '../inverse.ts';
import type { Step } from '../threads/patch.ts';
import { findThread, type ThreadRow } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { letGo, patchCall, type CallStep } from './change.ts';
import { hasTakenOver } from './fold.ts';
import {
  callOf,
  getAttempt,
  getEscalation,
  getPhone,
  liveOf,
  putAttempt,
  putPhone,
  runningOf,
  type EscalationRow,
} from './rows.ts';

/** What takes a step of a call back: the promise, its thread, and the attempt that is under way again. */
export const restoringCall = (input: { step: CallStep; thread?: Step | null; callId?: string }): Inverse => ({
  op: 'phone.restore',
  input,
});

const columns = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const step = z.object({ id: z.string(), was: columns, now: columns });

export const phoneInverses: Inverses = {
  'phone.restore': taking(
    z.object({ step, thread: step.nullish(), callId: z.string().optional() }),
    (tx, { step, thread, callId }) => {
      const row = getEscalation(tx, step.id);
      assertUnmoved(row, step.now);
      if (row.ended_at !== null && step.was['ended_at'] === null) {
        assertOnlyOne(tx, row);
        assertStillOpen(tx, row);
      }
      patchCall(tx, row, step.was);
      if (callId !== undefined) resume(tx, callId);
      if (!thread || !restoreThread(tx, thread)) takeNotice(tx, row.thread_id);
    },
  ),
  /** The slip is torn up: what it brought in is forgotten, and it says so among the abandoned ones. */
  'phone.takeBack': taking(
    z.object({
      id: z.string(),
      phoneId: z.string(),
      was: z
        .object({
          message_id: z.string().nullable(),
          consent_by: z.string(),
          consent_at: z.number(),
          expires_at: z.number(),
        })
        .nullable(),
      step: step.nullable(),
    }),
    (tx, { id, phoneId, was, step }, at) => {
      const row = getEscalation(tx, id);
      if (row.ended_at !== null || row.attempts > 0 || hasTakenOver(tx, row)) throw moved();
      patchCall(tx, row, { state: 'abandoned', ended_at: at, outcome: 'taken-back' });
      const phone = getPhone(tx, phoneId);
      if (phone.forgotten_at === null) {
        putPhone(tx, was ? { ...phone, ...was } : { ...phone, number: '', forgotten_at: at });
      }
      if (step) restoreThread(tx, step);
      else letGo(tx, row.thread_id);
    },
  ),
};

const assertUnmoved = (row: EscalationRow, now: Record<string, unknown>): void => {
  const isSame = Object.entries(now).every(
    ([column, value]) => column === 'reminded_at' || row[column as keyof EscalationRow] === value,
  );
  if (!isSame) throw moved();
};

const assertOnlyOne = (tx: Tx, row: EscalationRow): void => {
  if (!liveOf(tx, row.thread_id)) return;
  throw new AppError('moved-on', 'A new call was requested for this thread since. It stays as it is now.');
};

/** A closed thread promises no call: nobody would look for it there. */
const assertStillOpen = (tx: Tx, row: EscalationRow): void => {
  if (findThread(tx, row.thread_id)?.is_open === 1) return;
  throw new AppError('moved-on', 'This thread was resolved since. Reopen it first, then undo.');
};

/** Wrapped up too early: the call goes on. Throws when another one has begun since. */
const resume = (tx: Tx, callId: string): void => {
  const attempt = getAttempt(tx, callId);
  if (runningOf(tx, attempt.escalation_id) ?? callOf(tx, attempt.agent_id)) throw moved();
  putAttempt(tx, { ...attempt, ended_at: null, outcome: null });
};

/** As far as nobody has changed it since; the call is what is taken back, so the rest is no reason to refuse. */
const restoreThread = (tx: Tx, { id, was, now }: z.infer<typeof step>): boolean => {
  const row = findThread(tx, id);
  if (!row || row.is_open === 0) return false;
  const rest = Object.entries(now).filter(([column]) => column !== 'status');
  if (!rest.every(([column, value]) => row[column as keyof ThreadRow] === value)) return false;
  settle(tx, id, was, row);
  return true;
};

/** A call that answered the customer answers nobody any more. */
const takeNotice = (tx: Tx, threadId: string): void => {
  const row = findThread(tx, threadId);
  if (row) settle(tx, threadId, {}, row);
};

const moved = (): AppError =>
  new AppError('moved-on', 'This call has moved on since. It stays as it is now.');
