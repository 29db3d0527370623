import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { may } from '../../../shared/roles.ts';
import type { Inverse } from '../../db/changes.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay, getAgent, getAgentRow } from '../agents.ts';
import { given, givenBack } from '../assignment/give.ts';
import { operate, type Desk } from '../desk.ts';
import { assertMine } from './act.ts';
import { patchThread, restoring } from './patch.ts';
import { getThread, hasOpen, type ThreadRow } from './rows.ts';
import { setThread } from './set.ts';
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

/** Gives it back to its queue. Throws `taken` when it is somebody else's. */
export const release = (desk: Desk, { threadId, revision }: OnThread): Changed => {
  const before = getThread(desk.db, threadId);
  if (before.assignee_id === null) return { seq: null };
  assertMay(desk, 'thread.work');
  assertMine(desk, before);
  return change(desk, 'thread.release', { threadId, revision }, (tx, at) => {
    settle(tx, threadId, givenBack(tx, before, at));
    return { op: 'thread.assign', input: { threadId, to: before.assignee_id } };
  });
};

/** Throws `moved-on` when the customer wrote since the agent last saw the thread: nobody is closed unheard. */
export const resolve = (
  desk: Desk,
  { reason = 'answered', ...onThread }: OnThread & Partial<Pick<Parsed<'thread.resolve'>, 'reason'>>,
): Changed => setThread(desk, { ...onThread, action: { do: 'resolve', reason } });

export const reopen = (desk: Desk, { threadId, revision }: OnThread): Changed => {
  const before = getThread(desk.db, threadId);
  if (before.is_open === 1) return { seq: null };
  assertMay(desk, 'thread.work');
  assertMine(desk, before);
  if (hasOpen(desk.db, before)) {
    throw new AppError('not-allowed', 'This customer has a newer open thread. Go on there.');
  }
  return change(desk, 'thread.reopen', { threadId, revision }, (tx) =>
    restoring([patchThread(tx, before, { is_open: 1, status: 'open', reason: null })]),
  );
};

/** The agent has it on screen. Not an undoable step: looking is not taken back. */
export const markRead = (desk: Desk, threadId: string): Changed => {
  const { last_in_seq, read_seq, return_at, assignee_id } = getThread(desk.db, threadId);
  // Whoever looks at what was given to them has not ignored it, though somebody else had read it before.
  const isNews = last_in_seq > read_seq || (return_at !== null && assignee_id === desk.me);
  // Who only reads, to review, does not take the mark from those who are to answer.
  if (!isNews || !may(getAgentRow(desk.db, desk.me).role, 'thread.work')) return { seq: null };
  return change(desk, 'thread.read', { threadId }, (tx) => {
    settle(tx, threadId, { read_seq: last_in_seq });
    return undefined;
  });
};

const change = (
  desk: Desk,
  op: string,
  input: { threadId: string; revision?: number },
  body: (tx: Tx, at: number) => Inverse | undefined,
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
