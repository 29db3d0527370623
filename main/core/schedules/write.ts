import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { sign } from '../../../shared/compose.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Schedule } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { getAccount } from '../accounts/rows.ts';
import { assertMay, getAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getThread } from '../threads/rows.ts';
import { assertScheduled, assertUnderCap } from './allowed.ts';
import { findSchedule, getSchedule, putSchedule, scheduleOf, type ScheduleRow } from './rows.ts';

/**
 * A message that is to leave later waits for a second person. The same id again is the same intention. Throws `bad-input`,
 * `too-long`, or `not-allowed` over the account's cap of that day.
 */
export const addSchedule = (desk: Desk, input: Parsed<'schedule.add'>): Schedule => {
  const known = findSchedule(desk.db, input.id);
  if (known) return scheduleOf(desk.db, known);
  assertMay(desk, 'schedule.write');
  const { id, accountId, threadId, kind, at, head, alteredSeen } = input;
  const text = signed(desk, input.text);
  assertScheduled(kind, text, at, desk.now());
  assertUnderCap(desk.db, accountId, at);
  const thread = threadId === null ? null : getThread(desk.db, threadId);
  if (kind === 'dm' && !thread)
    throw new AppError('bad-input', 'A direct message needs somebody to go to: open their thread.');
  getAccount(desk.db, accountId);
  const logged = { id, accountId, kind, at };
  operate(
    desk,
    { op: 'schedule.add', by: desk.me, ...(threadId && { threadId }), input: logged },
    (tx, now) => {
      putSchedule(tx, {
        ...fresh(desk, id, now),
        ...{ account_id: accountId, thread_id: threadId, kind, text, at },
        to_identity_id: thread?.identity_id ?? null,
        ...{ head_id: head, altered_seen: alteredSeen },
      });
      return { value: null, inverse: { op: 'schedule.cancel', input: { id } } };
    },
  );
  return scheduleOf(desk.db, getSchedule(desk.db, id));
};

/**
 * Other words, or another time. A row is never reworded: the new one takes its place, so that undo needs no copy of the
 * words, and an approval never stands for a text nobody has read.
 */
export const changeSchedule = (desk: Desk, input: Parsed<'schedule.change'>): Schedule => {
  assertMay(desk, 'schedule.write');
  const { id, newId, at, head, alteredSeen } = input;
  const before = here(desk, input);
  const text = signed(desk, input.text);
  assertScheduled(before.kind, text, at, desk.now());
  assertUnderCap(desk.db, before.account_id, at, id);
  operate(desk, { ...about(desk, before, 'schedule.change'), input: { id, newId, at } }, (tx, now) => {
    putSchedule(tx, { ...before, state: 'cancelled', reason: null });
    putSchedule(tx, {
      ...before,
      ...fresh(desk, newId, now),
      ...{ text, at, head_id: head ?? before.head_id },
      altered_seen: Math.max(alteredSeen, before.altered_seen),
    });
    return {
      value: null,
      inverse: { op: 'schedule.exchange', input: { out: newId, back: id, was: before.state } },
    };
  });
  return scheduleOf(desk.db, getSchedule(desk.db, newId));
};

export const cancelSchedule = (desk: Desk, input: Parsed<'schedule.cancel'>): Changed => {
  assertMay(desk, 'schedule.write');
  const before = here(desk, input);
  return operate(desk, { ...about(desk, before, 'schedule.cancel'), input: { id: before.id } }, (tx) => {
    cancel(tx, before);
    return {
      value: null,
      inverse: { op: 'schedule.exchange', input: { out: null, back: before.id, was: before.state } },
    };
  });
};

/** Throws `moved-on` when somebody changed it since it was on screen, `too-late` when it has left. */
export const here = (desk: Desk, { id, revision }: { id: string; revision: number }): ScheduleRow => {
  const row = getSchedule(desk.db, id);
  if (row.state === 'queued') throw tooLate();
  if (row.state === 'cancelled' || row.revision !== revision) {
    throw new AppError('moved-on', 'Somebody changed this message meanwhile. Look at it again.');
  }
  return row;
};

export const about = (desk: Desk, row: ScheduleRow, op: string) => ({
  op,
  by: desk.me,
  ...(row.thread_id !== null && { threadId: row.thread_id }),
});

const signed = (desk: Desk, text: string): string => {
  const { initials } = getAgent(desk.db, desk.me);
  if (initials === '') throw new AppError('bad-input', 'Say who you are first: answers are signed.');
  return sign(text, initials);
};

const fresh = (desk: Desk, id: string, now: number) => ({
  id,
  agent_id: desk.me,
  state: 'waiting' as const,
  decided_by: null,
  decided_at: null,
  reason: null,
  machine: desk.machine,
  outbox_id: null,
  created_at: now,
});

const cancel = (tx: Tx, row: ScheduleRow): void => {
  if (row.state === 'queued') throw tooLate();
  putSchedule(tx, { ...row, state: 'cancelled' });
};

const tooLate = (): AppError => new AppError('too-late', 'This message has left. Look for it in the outbox.');

export const writeInverses: Inverses = {
  'schedule.cancel': taking(z.object({ id: z.string() }), (tx, { id }) => cancel(tx, getSchedule(tx, id))),
  /** One goes, another is as it was. An approval given before stands for the same words. */
  'schedule.exchange': taking(
    z.object({
      out: z.string().nullable(),
      back: z.string(),
      was: z.enum(['waiting', 'approved', 'refused']),
    }),
    (tx, { out, back, was }) => {
      if (out !== null) cancel(tx, getSchedule(tx, out));
      const row = getSchedule(tx, back);
      if (row.state !== 'cancelled') throw new AppError('moved-on', 'Somebody changed this message since.');
      putSchedule(tx, { ...row, state: was });
    },
  ),
};
