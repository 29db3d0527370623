import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay, getAgent } from '../agents.ts';
import { given } from '../assignment/give.ts';
import { operate, type Desk } from '../desk.ts';
import { closeThread, reopenThread } from './close.ts';
import { getThread, type ThreadRow } from './rows.ts';
import { settle } from './settle.ts';

type OnThread = Parsed<'thread.claim'>;

/**
 * Makes the thread mine. Exactly one of two rivals wins; the other is told who did (`taken`). What is compared is the
 * assignment, not the whole row: a new message of the customer must not cost an agent the claim.
 */
export const claim = (desk: Desk, { threadId, revision }: OnThread): Changed => {
  const before = getThread(desk.db, threadId);
  if (before.assignee_id === desk.me) return { seq: null };
  assertMay(desk, 'thread.work');
  assertOpen(before);
  assertNobodys(desk, before);
  return change(desk, 'thread.claim', { threadId, revision }, (tx, at) => {
    settle(tx, threadId, { ...given(tx, before, desk.me, at), return_at: null });
    return { op: 'thread.assign', input: { threadId, to: null } };
  });
};

/** Gives it back to its queue. Throws `not-allowed` when it is somebody else's. */
export const release = (desk: Desk, { threadId, revision }: OnThread): Changed => {
  const before = getThread(desk.db, threadId);
  if (before.assignee_id === null) return { seq: null };
  if (before.assignee_id !== desk.me) assertNobodys(desk, before);
  return change(desk, 'thread.release', { threadId, revision }, (tx, at) => {
    settle(tx, threadId, given(tx, before, null, at));
    return { op: 'thread.assign', input: { threadId, to: desk.me } };
  });
};

/** Throws `moved-on` when the customer wrote since the agent last saw the thread: nobody is closed unheard. */
export const resolve = (desk: Desk, { threadId, revision }: OnThread): Changed => {
  const before = getThread(desk.db, threadId);
  if (before.is_open === 0) return { seq: null };
  if (before.assignee_id !== null && before.assignee_id !== desk.me) assertNobodys(desk, before);
  if (before.revision !== revision && before.last_in_seq > before.read_seq) {
    throw new AppError('moved-on', 'The customer has just written again. Read it first, then resolve.');
  }
  return change(desk, 'thread.resolve', { threadId, revision }, (tx, at) => {
    closeThread(tx, threadId, at, 'resolved');
    const { cleared_until, closed_at, status, assignee_id } = before;
    // Whoever resolves a thread nobody had claimed has dealt with it: it is theirs if it comes back.
    if (assignee_id === null) settle(tx, threadId, { assignee_id: desk.me });
    return { op: 'thread.unresolve', input: { threadId, cleared_until, closed_at, status, assignee_id } };
  });
};

export const reopen = (desk: Desk, { threadId, revision }: OnThread): Changed => {
  const before = getThread(desk.db, threadId);
  if (before.is_open === 1) return { seq: null };
  assertNewest(desk, before);
  return change(desk, 'thread.reopen', { threadId, revision }, (tx) => {
    reopenThread(tx, threadId, { cleared_until: before.cleared_until, closed_at: before.closed_at });
    const { closed_at, cleared_until, status } = before;
    return { op: 'thread.close', input: { threadId, closed_at, cleared_until, status } };
  });
};

/** The agent has it on screen. Not an undoable step: looking is not taken back. */
export const markRead = (desk: Desk, threadId: string): Changed => {
  const { last_in_seq, read_seq } = getThread(desk.db, threadId);
  if (last_in_seq <= read_seq) return { seq: null };
  return change(desk, 'thread.read', { threadId }, (tx) => {
    settle(tx, threadId, { read_seq: last_in_seq });
    return undefined;
  });
};

const change = (
  desk: Desk,
  op: string,
  input: { threadId: string; revision?: number },
  body: (tx: Tx, at: number) => { op: string; input: unknown } | undefined,
): Changed => {
  const { seq } = operate(desk, { op, by: desk.me, threadId: input.threadId, input }, (tx, at) => {
    const inverse = body(tx, at);
    return inverse ? { value: null, inverse } : { value: null };
  });
  return { seq };
};

/** Throws `taken`, naming who has it. */
export const assertNobodys = (desk: Desk, thread: ThreadRow): void => {
  if (thread.assignee_id === null) return;
  const { name, initials } = getAgent(desk.db, thread.assignee_id);
  throw new AppError('taken', `${name} (^${initials}) has this thread.`);
};

const assertOpen = (thread: ThreadRow): void => {
  if (thread.is_open === 1) return;
  throw new AppError('not-allowed', 'This thread is resolved. Reopen it first.');
};

/** A customer has at most one open thread per account. */
const assertNewest = (desk: Desk, thread: ThreadRow): void => {
  const sql = 'SELECT id FROM threads WHERE customer_id = ? AND account_id = ? AND is_open = 1 LIMIT 1';
  if (!desk.db.find(sql, thread.customer_id, thread.account_id)) return;
  throw new AppError('not-allowed', 'This customer has a newer open thread. Go on there.');
};
