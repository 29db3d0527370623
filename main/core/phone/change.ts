import { AppError } from '../../../shared/errors.ts';
import { may } from '../../../shared/roles.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { assertMay, getAgent } from '../agents.ts';
import { given } from '../assignment/give.ts';
import type { Desk } from '../desk.ts';
import { patchThread, stepOf, type Patch, type Step } from '../threads/patch.ts';
import { findThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { putEscalation, runningOf, type EscalationRow } from './rows.ts';

/** What the steps of a call set on it. */
export type CallPatch = Partial<
  Pick<
    EscalationRow,
    | 'state'
    | 'from_at'
    | 'until_at'
    | 'assignee_id'
    | 'due_at'
    | 'attempts'
    | 'ended_at'
    | 'outcome'
    | 'reminded_at'
  >
>;

/** One promise before and after a step, by what the step set. */
export type CallStep = { id: string; was: CallPatch; now: CallPatch };

/** Sets what a step sets. Returns what undo needs. */
export const patchCall = (tx: Tx, row: EscalationRow, patch: CallPatch): CallStep => {
  putEscalation(tx, { ...row, ...patch });
  const was = Object.fromEntries(
    (Object.keys(patch) as (keyof CallPatch)[]).map((column) => [column, row[column]]),
  ) as CallPatch;
  return { id: row.id, was, now: patch };
};

/**
 * The thread is no longer the telephone's: its status follows from its messages and calls again. Null when it is gone, or
 * somebody has put it elsewhere meanwhile; then it only takes notice of the call.
 */
export const letGo = (tx: Tx, threadId: string, talked?: { by: string; at: number }): Step | null => {
  const row = findThread(tx, threadId);
  if (!row) return null;
  // Whoever talked about a thread nobody had claimed is in the middle of it.
  const isTaken = talked !== undefined && row.assignee_id === null;
  const patch: Patch = {
    ...(row.status === 'phone' ? { status: 'open' } : {}),
    ...(isTaken ? { ...given(tx, row, talked.by, talked.at), return_at: null } : {}),
  };
  if (row.is_open === 1 && Object.keys(patch).length > 0) return patchThread(tx, row, patch);
  settle(tx, threadId, {}, row);
  return null;
};

/** The thread waits for a call. */
export const hold = (tx: Tx, threadId: string): Step | null => {
  const row = findThread(tx, threadId);
  if (!row || row.is_open === 0) return null;
  const patch: Patch = { status: 'phone', snoozed_until: null, reason: null };
  patchThread(tx, row, patch);
  return stepOf(row, patch);
};

/** Throws `not-allowed` for a promise that is over. */
export const assertLive = ({ state }: EscalationRow): void => {
  if (state === 'done') throw new AppError('not-allowed', 'This call was made and wrapped up already.');
  if (state === 'abandoned')
    throw new AppError('not-allowed', 'Nobody calls here any more: it was abandoned.');
};

/** Throws `not-allowed` while somebody talks. */
export const assertQuiet = (db: Reader, row: EscalationRow): void => {
  const running = runningOf(db, row.id);
  if (!running) return;
  const { name } = getAgent(db, running.agent_id);
  throw new AppError('not-allowed', `${name} is on the phone with this customer. Wrap that call up first.`);
};

/** Throws `taken` when a colleague has promised to make this call; who may assign may step in. */
export const assertMine = (desk: Desk, { assignee_id }: EscalationRow): void => {
  if (assignee_id === null || assignee_id === desk.me) return;
  if (may(getAgent(desk.db, desk.me).role, 'thread.assign')) return;
  const { name, initials } = getAgent(desk.db, assignee_id);
  throw new AppError('taken', `${name} (^${initials}) makes this call.`);
};

/** Throws `not-allowed` for somebody who can't make calls here. */
export const assertCaller = (desk: Desk, agentId: string): void => {
  const { leftAt, name, role } = getAgent(desk.db, agentId);
  if (leftAt !== null) throw new AppError('not-allowed', `${name} has left the team.`);
  if (!may(role, 'call.work')) throw new AppError('not-allowed', `${name} reads here, but makes no calls.`);
};

/** Throws `bad-input` for a window that has no time in it. */
export const assertWindow = (fromAt: number | null, untilAt: number | null): void => {
  if (untilAt === null || (fromAt !== null && fromAt < untilAt)) return;
  throw new AppError('bad-input', 'The window ends before it begins. Say from when until when.');
};

export const assertMayCall = (desk: Desk): void => assertMay(desk, 'call.work');
