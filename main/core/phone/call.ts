import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CallId } from '../../../shared/ids.ts';
import { getAgent } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { readSettings } from '../settings.ts';
import {
  assertLive,
  assertMayCall,
  assertMine,
  assertQuiet,
  letGo,
  patchCall,
  type CallPatch,
} from './change.ts';
import { restoringCall } from './inverses.ts';
import {
  callOf,
  dropAttempt,
  getAttempt,
  getEscalation,
  getPhone,
  putAttempt,
  type AttemptRow,
  type EscalationRow,
} from './rows.ts';

/** What the shell hands to the softphone. */
export type Begun = { callId: CallId; number: string };

/**
 * Somebody picks up the telephone: recorded before it is dialled, as an answer is before it is sent. Not an undoable step.
 * Throws when the number is gone, when this person is in another call, or when somebody else makes this one.
 */
export const beginCall = (desk: Desk, escalationId: string): Begun => {
  assertMayCall(desk);
  const { db, me } = desk;
  const row = getEscalation(db, escalationId);
  assertLive(row);
  assertMine(desk, row);
  assertQuiet(db, row);
  assertNoOther(desk);
  const phone = getPhone(db, row.phone_id);
  if (phone.forgotten_at !== null) {
    throw new AppError('gone', 'This number has expired and was forgotten. Ask the customer for it again.');
  }
  const callId = newId(desk) as CallId;
  operate(
    desk,
    { op: 'call.begin', by: me, threadId: row.thread_id, input: { escalationId, callId } },
    (tx, at) => {
      const started = { agent_id: me, started_at: at, ended_at: null, outcome: null, note: '' };
      putAttempt(tx, { id: callId, escalation_id: row.id, ...started });
      patchCall(tx, row, { state: 'attempted', attempts: row.attempts + 1, assignee_id: me });
      return { value: null };
    },
  );
  return { callId, number: phone.number };
};

/** The softphone could not be reached: nobody was called, and nothing says so. */
export const neverBegan = (desk: Desk, callId: string, before: EscalationRow): void => {
  const { escalation_id } = getAttempt(desk.db, callId);
  const row = getEscalation(desk.db, escalation_id);
  const { state, attempts, assignee_id } = before;
  operate(desk, { op: 'call.neverBegan', by: desk.me, threadId: row.thread_id, input: { callId } }, (tx) => {
    dropAttempt(tx, callId);
    patchCall(tx, row, { state, attempts, assignee_id });
    return { value: null };
  });
};

/** What is said, as it is typed. It stays with the call and nowhere else. */
export const noteCall = (desk: Desk, { callId, text }: Parsed<'call.note'>): Changed => {
  const attempt = getOwn(desk, callId);
  if (attempt.note === text) return { seq: null };
  const { thread_id } = getEscalation(desk.db, attempt.escalation_id);
  const { seq } = operate(
    desk,
    { op: 'call.note', by: desk.me, threadId: thread_id, input: { callId } },
    (tx) => {
      putAttempt(tx, { ...attempt, note: text });
      // The escalation is what the window shows; a new revision of it carries the note along.
      patchCall(tx, getEscalation(tx, attempt.escalation_id), {});
      return { value: null };
    },
  );
  return { seq };
};

/** The call is over: how it went, and what comes next. A talk that ends it answers the customer. */
export const endCall = (desk: Desk, { callId, outcome, next }: Parsed<'call.end'>): Changed => {
  const attempt = getOwn(desk, callId);
  if (attempt.ended_at !== null) throw new AppError('too-late', 'This call is wrapped up already.');
  if (next.do === 'done' && outcome !== 'talked') {
    throw new AppError(
      'not-allowed',
      'A call is done when you have talked. Say when to try again, or abandon it with a reason.',
    );
  }
  const row = getEscalation(desk.db, attempt.escalation_id);
  const { phoneDueMinutes } = readSettings(desk.db);
  const { seq } = operate(
    desk,
    { op: 'call.end', by: desk.me, threadId: row.thread_id, input: { callId, outcome, next } },
    (tx, at) => {
      putAttempt(tx, { ...attempt, ended_at: at, outcome });
      const step = patchCall(tx, row, after(next, outcome, at, phoneDueMinutes * 60_000));
      const thread =
        next.do === 'again'
          ? null
          : letGo(tx, row.thread_id, next.do === 'done' ? { by: desk.me, at } : undefined);
      return { value: null, inverse: restoringCall({ step, thread, callId }) };
    },
  );
  return { seq };
};

const after = (
  next: Parsed<'call.end'>['next'],
  outcome: string,
  at: number,
  againAfterMs: number,
): CallPatch => {
  if (next.do === 'done') return { state: 'done', ended_at: at, outcome };
  if (next.do === 'abandon') return { state: 'abandoned', ended_at: at, outcome: next.reason };
  return { from_at: next.at, until_at: null, due_at: next.at ?? at + againAfterMs, reminded_at: null };
};

/** Throws `not-allowed` for a colleague's call. */
const getOwn = (desk: Desk, callId: string): AttemptRow => {
  assertMayCall(desk);
  const attempt = getAttempt(desk.db, callId);
  if (attempt.agent_id === desk.me) return attempt;
  const { name } = getAgent(desk.db, attempt.agent_id);
  throw new AppError('not-allowed', `${name} made this call; it is theirs to wrap up.`);
};

const assertNoOther = (desk: Desk): void => {
  if (!callOf(desk.db, desk.me)) return;
  throw new AppError('not-allowed', 'You are on the phone already. Wrap that call up first.');
};
