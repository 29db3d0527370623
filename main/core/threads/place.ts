import { never, type Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { drop, put } from '../../db/put.ts';
import { moveMarks } from '../clocks/marks.ts';
import { moveDrafts } from '../drafts.ts';
import { moveQuestions } from '../experts/rows.ts';
import { moveMessages } from '../messages.ts';
import { moveOutbox } from '../outbox/rows.ts';
import { getThread, threadsOf, type ThreadRow } from './rows.ts';

/** A new message within this time of closing reopens the thread; after it, it starts a new one (product definition). */
export const reopenWindowMs = 72 * 3_600_000;

export type Arrival = {
  accountId: string;
  customerId: string;
  identityId: string;
  messageId: string;
  createdAt: Ms;
};

/** Where a message goes. `made`: a thread that is not written yet, because its first message is not either. */
export type Place = { id: string; isNewStart: boolean; made: ThreadRow | null };

/**
 * The thread an inbound message belongs to, by the network's time: whatever the order of arrival, the same messages end
 * in the same threads. Reopens or folds threads as the definition asks; the caller writes what is `made` and settles.
 */
export const place = (tx: Tx, arrival: Arrival, makeId: () => string): Place => {
  const threads = threadsOf(tx, arrival.customerId, arrival.accountId);
  const at = threads.findIndex((thread) => thread.first_at <= arrival.createdAt);
  const before = at === -1 ? undefined : threads[at];
  const after = at === -1 ? threads.at(-1) : threads[at - 1];
  if (before && stillTakes(before, arrival.createdAt)) {
    // A late message that reopens an earlier thread joins what was split off only because it was missing.
    for (const later of threads.slice(0, at)) fold(tx, later.id, before.id);
    if (before.is_open === 0) reopen(tx, before, arrival.createdAt);
    return { id: before.id, isNewStart: false, made: null };
  }
  if (after) {
    if (after.is_open === 0) reopen(tx, after, arrival.createdAt);
    put(tx, 'threads', { ...getThread(tx, after.id), first_at: arrival.createdAt });
    return { id: after.id, isNewStart: true, made: null };
  }
  const made = begin(arrival, before?.id ?? null, makeId());
  return { id: made.id, isNewStart: true, made };
};

/** The thread a message of the brand belongs to; undefined for a broadcast or a conversation that never came in. */
export const placeOut = (
  tx: Tx,
  out: { accountId: string; customerId: string; createdAt: Ms },
): ThreadRow | undefined => {
  const threads = threadsOf(tx, out.customerId, out.accountId);
  const started = threads.find((thread) => thread.first_at <= out.createdAt);
  if (started) return started;
  const next = threads.at(-1);
  return next && next.first_at - out.createdAt <= reopenWindowMs ? next : undefined;
};

/** Everything of `from` goes to `into`; `from` is gone. */
export const fold = (tx: Tx, from: string, into: string): void => {
  const taken = getThread(tx, from);
  const kept = getThread(tx, into);
  moveMessages(tx, from, into);
  moveDrafts(tx, from, into);
  moveOutbox(tx, from, into);
  const marks = moveMarks(tx, from, into);
  const expert_id = moveQuestions(tx, from, into);
  drop(tx, 'threads', from);
  put(tx, 'threads', {
    ...kept,
    assignee_id: kept.assignee_id ?? taken.assignee_id,
    read_seq: Math.max(kept.read_seq, taken.read_seq),
    cleared_until: taken.cleared_until ?? kept.cleared_until,
    sending: taken.sending ?? kept.sending,
    marks: kept.marks + marks,
    judged_until: Math.max(kept.judged_until, taken.judged_until),
    expert_id,
  });
};

const stillTakes = (thread: ThreadRow, createdAt: Ms): boolean =>
  thread.is_open === 1 || createdAt <= (thread.closed_at ?? 0) + reopenWindowMs;

const reopen = (tx: Tx, thread: ThreadRow, createdAt: Ms): void => {
  const row = getThread(tx, thread.id);
  put(tx, 'threads', {
    ...row,
    is_open: 1,
    status: row.assignee_id === null ? 'new' : 'open',
    // A message that was written before the closing but arrived after it was seen by nobody: it waits.
    cleared_until: row.cleared_until === null ? null : Math.min(row.cleared_until, createdAt - 1),
  });
};

/** A thread that starts with this message, before anything is known of it. */
export const begin = (arrival: Arrival, previousId: string | null, id: string): ThreadRow => ({
  id,
  account_id: arrival.accountId,
  customer_id: arrival.customerId,
  identity_id: arrival.identityId,
  previous_id: previousId,
  status: 'new',
  is_open: 1,
  assignee_id: null,
  first_at: arrival.createdAt,
  sort_at: arrival.createdAt,
  last_at: arrival.createdAt,
  last_in_id: arrival.messageId,
  last_in_seq: 0,
  reply_to_id: null,
  read_seq: 0,
  cleared_until: null,
  closed_at: null,
  waiting_since: arrival.createdAt,
  inbound: 0,
  outbound: 0,
  direct: 0,
  reposts: 0,
  sending: null,
  queue_id: null,
  priority: 2,
  reason: null,
  snoozed_until: null,
  assigned_at: null,
  return_at: null,
  queue_by_hand: 0,
  returned_from: null,
  expert_id: null,
  is_split: 0,
  tags: '[]',
  notes: 0,
  policy_id: null,
  clock: null,
  clock_from: null,
  next_deadline_at: never,
  warn_at: never,
  breaches: 0,
  marks: 0,
  judged_until: 0,
  revision: 1,
});
