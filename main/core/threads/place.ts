import { never, type Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { moveMarks } from '../clocks/marks.ts';
import { heldBy, moveAll, unionOfTags } from './join.ts';
import { getThread, threadsOf, type ThreadRow } from './rows.ts';
import { woken } from './settle.ts';

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
  const { createdAt } = arrival;
  const threads = threadsOf(tx, arrival.customerId, arrival.accountId);
  const open = threads.find((thread) => thread.is_open === 1);
  if (open && open.first_at <= createdAt) return takenBy(tx, open, createdAt);
  const at = threads.findIndex((thread) => thread.first_at <= createdAt);
  const before = threads[at];
  const later = at === -1 ? threads : threads.slice(0, at);
  if (before && stillTakes(before, createdAt)) {
    // What an agent set apart stays apart: the message goes where the talk goes on.
    const apart = later.find((thread) => thread.is_split === 1);
    if (apart) return takenBy(tx, open ?? apart, createdAt);
    // A late message that reopens an earlier thread joins what was split off only because it was missing.
    for (const one of later) fold(tx, one.id, before.id);
    return takenBy(tx, getThread(tx, before.id), createdAt);
  }
  const after = open ?? later.at(-1);
  if (after) return takenBy(tx, after, createdAt);
  const made = begin(arrival, before?.id ?? null, makeId());
  return { id: made.id, isNewStart: true, made };
};

/** The thread a message of the brand belongs to; undefined for a broadcast or a conversation that never came in. */
export const placeOut = (
  tx: Tx,
  out: { accountId: string; customerId: string; createdAt: Ms },
): ThreadRow | undefined => {
  const threads = threadsOf(tx, out.customerId, out.accountId);
  const started = threads.filter((thread) => thread.first_at <= out.createdAt);
  const current = started.find((thread) => thread.is_open === 1) ?? started[0];
  if (current) return current;
  const next = threads.at(-1);
  return next && next.first_at - out.createdAt <= reopenWindowMs ? next : undefined;
};

/** Everything of `from` goes to `into`; `from` is gone. */
export const fold = (tx: Tx, from: string, into: string): void => {
  const taken = getThread(tx, from);
  const kept = getThread(tx, into);
  const { expert_id } = moveAll(tx, taken, kept);
  const marks = moveMarks(tx, from, into);
  put(tx, 'threads', {
    ...kept,
    assignee_id: kept.assignee_id ?? taken.assignee_id,
    read_seq: Math.max(kept.read_seq, taken.read_seq),
    cleared_until: taken.cleared_until ?? kept.cleared_until,
    sending: taken.sending ?? kept.sending,
    expert_id,
    ...heldBy(taken, kept),
    ...unionOfTags(tx, taken, kept),
    notes: kept.notes + taken.notes,
    marks: kept.marks + marks,
    judged_until: Math.max(kept.judged_until, taken.judged_until),
  });
};

const stillTakes = (thread: ThreadRow, createdAt: Ms): boolean =>
  thread.is_open === 1 || createdAt <= (thread.closed_at ?? 0) + reopenWindowMs;

/** The message goes here: the thread wakes, or comes back, and begins with it if nothing was earlier. */
const takenBy = (tx: Tx, thread: ThreadRow, createdAt: Ms): Place => {
  const isNewStart = createdAt < thread.first_at;
  const awake = thread.is_open === 1 ? woken(thread) : reopened(thread, createdAt);
  const next = isNewStart ? { ...awake, first_at: createdAt } : awake;
  if (next !== thread) put(tx, 'threads', next);
  return { id: thread.id, isNewStart, made: null };
};

const reopened = (row: ThreadRow, createdAt: Ms): ThreadRow => ({
  ...row,
  is_open: 1,
  status: row.assignee_id === null ? 'new' : 'open',
  reason: null,
  // A message that was written before the closing but arrived after it was seen by nobody: it waits.
  cleared_until: row.cleared_until === null ? null : Math.min(row.cleared_until, createdAt - 1),
});

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
  waited_ms: 0,
  marks: 0,
  judged_until: 0,
  gone: 0,
  revision: 1,
});
