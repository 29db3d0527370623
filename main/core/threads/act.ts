import type { ThreadAction } from '../../../shared/action.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Ms, Status } from '../../../shared/model.ts';
import { may } from '../../../shared/roles.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { getAgentRow } from '../agents.ts';
import { given } from '../assignment/give.ts';
import type { Desk } from '../desk.ts';
import { getTag } from '../tags/rows.ts';
import { withTags } from '../tags/thread-tags.ts';
import type { Patch } from './patch.ts';
import type { ThreadRow } from './rows.ts';

/** Longer than anybody means: a slip of the finger, not a plan. */
const longestSnoozeMs = 400 * 86_400_000;

/**
 * What an action sets on one thread; empty where there is nothing to do. The one place for single requests and for bulk:
 * the caller has asked for the right to it, writes the patch and keeps the step. Throws AppError, in words, when this
 * thread does not allow it.
 */
export const act = (tx: Tx, desk: Desk, at: Ms, row: ThreadRow, action: ThreadAction): Patch => {
  switch (action.do) {
    case 'priority':
      return row.priority === action.priority ? {} : { priority: action.priority };
    case 'tag':
      return tag(tx, at, row, action);
    case 'snooze':
      return snooze(row, at, action.until);
    case 'wake':
      if (row.status !== 'snoozed') throw new AppError('not-allowed', 'This thread is not asleep.');
      return awake(row);
    case 'resolve':
    case 'no-action':
      return close(tx, desk, at, row, action);
    case 'unread':
      return row.last_in_seq > row.read_seq ? {} : { read_seq: row.last_in_seq - 1 };
  }
};

/** Throws `taken` when the thread is somebody else's and this person may not take threads from others. */
export const assertMine = (desk: Pick<Desk, 'db' | 'me'>, { assignee_id }: ThreadRow): void => {
  if (assignee_id === null || assignee_id === desk.me) return;
  if (may(getAgentRow(desk.db, desk.me).role, 'thread.assign')) return;
  const { name, initials } = getAgentRow(desk.db, assignee_id);
  throw new AppError('taken', `${name} (^${initials}) has this thread.`);
};

/** Throws `moved-on` when the customer wrote since the agent last saw the thread: nobody is closed unheard. */
export const assertHeard = (row: ThreadRow, revision: number): void => {
  if (row.revision === revision || row.last_in_seq <= row.read_seq) return;
  throw new AppError('moved-on', 'The customer has just written again. Read it first, then close it.');
};

/** The end of a snooze, whoever ends it. The status then follows from the messages. */
export const awake = ({ assignee_id }: ThreadRow): Patch => ({
  status: assignee_id === null ? 'new' : 'open',
  snoozed_until: null,
});

/** Nobody waits for what was seen. The assignee stays, so that a reopening finds its person. */
export const closing = (
  { last_at }: ThreadRow,
  at: Ms,
  status: Extract<Status, 'resolved' | 'no-action'>,
  reason: string,
): Patch => ({
  is_open: 0,
  status,
  reason,
  closed_at: at,
  cleared_until: last_at,
  snoozed_until: null,
  return_at: null,
});

const close = (
  tx: Reader,
  { me }: Desk,
  at: Ms,
  row: ThreadRow,
  action: Extract<ThreadAction, { do: 'resolve' | 'no-action' }>,
): Patch => {
  if (row.is_open === 0) return {};
  // A promise outlives the writing about it: somebody would call a customer whose thread is gone.
  if (row.status === 'phone') {
    throw new AppError('not-allowed', 'A call to this customer is promised. Make it or abandon it first.');
  }
  const status = action.do === 'resolve' ? 'resolved' : 'no-action';
  const patch = closing(row, at, status, action.reason);
  // Whoever resolves a thread nobody had claimed has dealt with it: it is theirs if it comes back.
  const isTaken = action.do === 'resolve' && row.assignee_id === null;
  return isTaken ? { ...patch, ...given(tx, row, me, at), return_at: null } : patch;
};

const snooze = (row: ThreadRow, at: Ms, until: Ms | null): Patch => {
  if (row.is_open === 0) throw new AppError('not-allowed', 'This thread is closed. Reopen it first.');
  if (row.status === 'phone' || row.status === 'waiting-expert') {
    const what = row.status === 'phone' ? 'a call' : 'an expert';
    throw new AppError('not-allowed', `This thread waits for ${what}. End that first.`);
  }
  if (until !== null && until <= at) throw new AppError('bad-input', 'That moment has passed.');
  if (until !== null && until > at + longestSnoozeMs) {
    throw new AppError('bad-input', 'That is more than a year away.');
  }
  if (row.status === 'snoozed' && row.snoozed_until === until) return {};
  return { status: 'snoozed', snoozed_until: until, return_at: null };
};

const tag = (tx: Tx, at: Ms, row: ThreadRow, change: Extract<ThreadAction, { do: 'tag' }>): Patch => {
  const before = JSON.parse(row.tags) as string[];
  for (const id of change.add) getTag(tx, id);
  const after = [...new Set([...before, ...change.add])].filter(
    (id) => !change.remove.some((other) => other === id),
  );
  return withTags(tx, at, row, after);
};
