import { AppError } from '../../../shared/errors.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { patchCall, type CallPatch, type CallStep } from './change.ts';
import {
  attemptsOf,
  findEscalation,
  getAttempt,
  liveRowsOf,
  putAttempt,
  runningOf,
  type EscalationRow,
} from './rows.ts';

/** How a promise ends that went into another, because their threads became one. */
export const mergedOutcome = 'merged';

/** Two promises that became one: what was set on each, and which attempts went over. */
export type FoldedPromise = { kept: CallStep; folded: CallStep; attempts: string[] };

/**
 * A thread promises one call. Of two that have come together the one somebody is talking about stays, else the one due first;
 * the attempts of the other, with what was noted in them, go over to it. Null when there are not two.
 */
export const foldPromises = (tx: Tx, threadId: string): FoldedPromise | null => {
  const [kept, folded] = liveRowsOf(tx, threadId).toSorted((a, b) => rank(tx, a) - rank(tx, b));
  if (!kept || !folded) return null;
  const attempts = attemptsOf(tx, folded.id).map(({ id }) => id);
  for (const id of attempts) putAttempt(tx, { ...getAttempt(tx, id), escalation_id: kept.id });
  const sum = kept.attempts + folded.attempts;
  return {
    attempts,
    kept: patchCall(tx, kept, {
      state: sum > 0 ? 'attempted' : kept.state,
      attempts: sum,
      assignee_id: kept.assignee_id ?? folded.assignee_id,
    }),
    folded: patchCall(tx, folded, {
      state: 'abandoned',
      attempts: 0,
      // Since there were two of them; a moment of our own clock, whoever folds.
      ended_at: Math.max(kept.requested_at, folded.requested_at),
      outcome: mergedOutcome,
    }),
  };
};

/** Undo: two promises again, each with its attempts. What was done about the one that stayed since then stays with it. */
export const unfoldPromises = (tx: Tx, { kept, folded, attempts }: FoldedPromise): void => {
  const [stays, again] = [findEscalation(tx, kept.id), findEscalation(tx, folded.id)];
  if (!stays || !again) return;
  for (const id of attempts) putAttempt(tx, { ...getAttempt(tx, id), escalation_id: again.id });
  const left = stays.attempts - attempts.length;
  // Tried since on its own account: it stays tried.
  const tried = left > 0 ? { state: stays.state } : {};
  patchCall(tx, stays, { ...sameStill(stays, kept), ...tried, attempts: left });
  patchCall(tx, again, folded.was);
  if ([stays, again].some(({ thread_id }) => liveRowsOf(tx, thread_id).length > 1)) {
    throw new AppError('moved-on', 'A new call was requested in this thread since. The two stay one.');
  }
};

/** Whether another promise went into this one. */
export const hasTakenOver = (db: Reader, { thread_id, requested_at }: EscalationRow): boolean =>
  db.find(
    'SELECT 1 FROM escalations WHERE thread_id = ? AND outcome = ? AND ended_at >= ? LIMIT 1',
    thread_id,
    mergedOutcome,
    requested_at,
  ) !== undefined;

/** Throws `not-allowed` while two people talk to what would be one customer: each has their own call to wrap up. */
export const assertNotBothTalking = (db: Reader, threadIds: readonly string[]): void => {
  const talking = threadIds.filter((id) => liveRowsOf(db, id).some((row) => runningOf(db, row.id)));
  if (talking.length < 2) return;
  throw new AppError(
    'not-allowed',
    'Both customers are on the phone with somebody now. Wrap one of the calls up first.',
  );
};

/** Somebody talks: before everything. Else by when it is due, the same moment by who asked first. */
const rank = (db: Reader, row: EscalationRow): number => (runningOf(db, row.id) ? -Infinity : row.due_at);

/** What of a step nobody has changed since, as it was before. */
const sameStill = (row: EscalationRow, { was, now }: CallStep): CallPatch =>
  Object.fromEntries(
    (Object.keys(was) as (keyof CallPatch)[])
      .filter((column) => row[column] === now[column])
      .map((column) => [column, was[column]]),
  );
