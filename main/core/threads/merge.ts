import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { marksOf, moveMarks, moveMarksBack, type Mark } from '../clocks/marks.ts';
import { joinCustomers, partCustomers, type JoinedCustomer } from '../customers/join.ts';
import { operate, type Desk } from '../desk.ts';
import { countNotes } from '../notes/notes.ts';
import { sendingOf } from '../outbox/rows.ts';
import { assertNotBothTalking } from '../phone/fold.ts';
import { holdLikewise } from '../retention/hold-rows.ts';
import { withTags } from '../tags/thread-tags.ts';
import { assertMine } from './act.ts';
import { heldBy, heldNow, moveAll, moveAllBack, unionOfTags, type Moved } from './join.ts';
import { findThread, getThread, threadsOf, type ThreadRow } from './rows.ts';
import { addThreads, settle } from './settle.ts';

/** What undo of a merge needs: the thread that is gone, the columns the other had, and which rows went over. */
type Merged = {
  gone: ThreadRow;
  into: string;
  isOpen: 0 | 1;
  was: Partial<ThreadRow>;
  now: Partial<ThreadRow>;
  moved: Moved;
  marks: Mark[];
  /** Null: both were one customer's. */
  joined: JoinedCustomer | null;
  /** Threads that named the one that is gone as the one before them. */
  followers: string[];
  /** The newest message of the desk at that moment. */
  seq: number;
};

/**
 * Makes two threads one. The open one stays, else the newer; of two customers, these are one person from now on. Throws
 * `not-allowed` when that would leave the customer with two open threads.
 */
export const merge = (
  desk: Desk,
  { threadId, from }: Parsed<'thread.merge'>,
): Changed & { into: ThreadId } => {
  assertMay(desk, 'thread.work');
  const [here, other] = [getThread(desk.db, threadId), getThread(desk.db, from)];
  if (here.id === other.id) throw new AppError('bad-input', 'That is the same thread.');
  if (here.account_id !== other.account_id) {
    throw new AppError('not-allowed', 'These threads are of two accounts. Each account answers for itself.');
  }
  for (const thread of [here, other]) assertMine(desk, thread);
  assertNotBothTalking(desk.db, [here.id, other.id]);
  const [into, gone] = staysFirst(here, other);
  const what = {
    op: 'thread.merge',
    by: desk.me,
    threadId: into.id,
    input: { into: into.id, from: gone.id },
  };
  const { seq } = operate(desk, what, (tx) => {
    const merged = mergeRows(tx, into, gone);
    assertOneOpen(tx, into.customer_id);
    return { value: null, inverse: { op: 'thread.unmerge', input: merged } };
  });
  return { seq, into: into.id as ThreadId };
};

const staysFirst = (a: ThreadRow, b: ThreadRow): [stays: ThreadRow, goes: ThreadRow] => {
  if (a.is_open !== b.is_open) return a.is_open === 1 ? [a, b] : [b, a];
  return a.first_at >= b.first_at ? [a, b] : [b, a];
};

const mergeRows = (tx: Tx, into: ThreadRow, gone: ThreadRow): Merged => {
  const newest = tx.find<{ seq: number }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0;
  const joined =
    into.customer_id === gone.customer_id ? null : joinCustomers(tx, gone.customer_id, into.customer_id);
  holdLikewise(tx, { threadId: gone.id }, { threadId: into.id, customerId: into.customer_id });
  const marks = marksOf(tx, gone.id);
  const markCount = moveMarks(tx, gone.id, into.id);
  const { moved, expert_id } = moveAll(tx, gone, into);
  const isUnread = [into, gone].some((one) => one.is_open === 1 && one.last_in_seq > one.read_seq);
  const now: Partial<ThreadRow> = {
    assignee_id: into.assignee_id ?? gone.assignee_id,
    assigned_at: into.assignee_id === null ? gone.assigned_at : into.assigned_at,
    cleared_until: clearedUntil(into, gone),
    read_seq: (isUnread ? Math.min : Math.max)(into.read_seq, gone.read_seq),
    priority: gone.is_open === 1 && gone.priority < into.priority ? gone.priority : into.priority,
    sending: sendingOf(tx, into.id),
    expert_id,
    notes: into.notes + gone.notes,
    marks: into.marks + markCount,
    previous_id: into.previous_id === gone.id ? gone.previous_id : into.previous_id,
    tags: into.tags,
    ...heldBy(gone, into),
    ...unionOfTags(tx, gone, into),
  };
  const left = settle(tx, into.id, now, { ...getThread(tx, into.id) });
  const followers = threadsOf(tx, into.customer_id, into.account_id)
    .filter(({ id, previous_id }) => previous_id === gone.id && id !== into.id)
    .map(({ id }) => id);
  for (const id of followers) settle(tx, id, { previous_id: into.id });
  const columns = Object.keys(now) as (keyof ThreadRow)[];
  const of = (row: ThreadRow) => Object.fromEntries(columns.map((column) => [column, row[column]]));
  const seq = newest;
  return {
    gone,
    into: into.id,
    isOpen: left.is_open,
    was: of(into),
    now: of(left),
    moved,
    marks,
    joined,
    followers,
    seq,
  };
};

/** Whoever waited in either of them waits still. */
const clearedUntil = (into: ThreadRow, gone: ThreadRow): Ms | null => {
  const cleared = Math.max(into.cleared_until ?? -1, gone.cleared_until ?? -1);
  const waiting = Math.min(into.waiting_since ?? Infinity, gone.waiting_since ?? Infinity);
  const until = Math.min(cleared, waiting - 1);
  return until < 0 ? null : until;
};

const input = z.custom<Merged>((value) => typeof value === 'object' && value !== null && 'gone' in value);
export const unmergeInput = input;

/** Undo: both threads stand as they stood. Throws `moved-on` when their customers have gone on as one since. */
export const unmerge = (tx: Tx, at: Ms, merged: Merged): void => {
  const { gone, joined, was, now } = merged;
  const row = findThread(tx, merged.into);
  if (!row || row.is_open !== merged.isOpen || findThread(tx, gone.id) || hasGoneOn(tx, row, merged)) {
    throw new AppError('moved-on', 'The customer has gone on in this thread since. The two stay one.');
  }
  if (joined) partCustomers(tx, { ...joined, threads: joined.threads.filter((id) => id !== gone.id) });
  addThreads(tx, [gone]);
  holdLikewise(tx, { threadId: row.id }, { threadId: gone.id, customerId: gone.customer_id });
  moveAllBack(tx, at, merged.moved, gone, row.id);
  moveMarksBack(tx, merged.marks, { from: gone.id, into: row.id });
  const back = Object.fromEntries(
    Object.entries(was).filter(
      ([column]) => row[column as keyof ThreadRow] === now[column as keyof ThreadRow],
    ),
  ) as Partial<ThreadRow>;
  if (back.tags !== undefined) withTags(tx, at, row, JSON.parse(back.tags) as string[]);
  withTags(tx, at, { id: gone.id, tags: '[]' }, JSON.parse(gone.tags) as string[]);
  settle(tx, row.id, { ...back, ...heldNow(tx, { ...row, ...back }), sending: sendingOf(tx, row.id) });
  settle(tx, gone.id, { ...heldNow(tx, gone), sending: sendingOf(tx, gone.id) });
  for (const id of merged.followers) if (findThread(tx, id)) settle(tx, id, { previous_id: gone.id });
  countNotes(tx, row.id);
  countNotes(tx, gone.id);
  for (const customer of new Set([row.customer_id, gone.customer_id])) assertOneOpen(tx, customer);
};

/** Of one customer nothing is in the way: what they wrote since stays. Two must not have written since as one. */
const hasGoneOn = (tx: Reader, into: ThreadRow, { joined, seq }: Merged): boolean =>
  joined !== null &&
  tx.find(
    'SELECT 1 FROM identities i JOIN messages m ON m.author_id = i.id OR m.other_id = i.id ' +
      'WHERE i.customer_id = ? AND m.seq > ? LIMIT 1',
    into.customer_id,
    seq,
  ) !== undefined;

/** Throws `not-allowed`: what a customer says must not run in two open threads of one account. */
export const assertOneOpen = (db: Reader, customerId: string): void => {
  const twice = db.find<{ account_id: string }>(
    'SELECT account_id FROM threads WHERE customer_id = ? AND is_open = 1 ' +
      'GROUP BY account_id HAVING count(*) > 1 LIMIT 1',
    customerId,
  );
  if (!twice) return;
  throw new AppError(
    'not-allowed',
    'They would have two open threads with one account. Resolve one, or merge that one, first.',
  );
};
