import { AppError } from '../../../shared/errors.ts';
import type { ClockKind, MessageKind, Ms, Priority, Status } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';

export type ThreadRow = {
  id: string;
  account_id: string;
  customer_id: string;
  identity_id: string;
  previous_id: string | null;
  status: Status;
  is_open: 0 | 1;
  assignee_id: string | null;
  first_at: Ms;
  sort_at: Ms;
  last_at: Ms;
  last_in_id: string;
  last_in_seq: number;
  reply_to_id: string | null;
  read_seq: number;
  cleared_until: Ms | null;
  closed_at: Ms | null;
  waiting_since: Ms | null;
  inbound: number;
  outbound: number;
  direct: number;
  reposts: number;
  sending: 'queued' | 'sending' | 'failed' | 'uncertain' | null;
  queue_id: string | null;
  priority: Priority;
  reason: string | null;
  snoozed_until: Ms | null;
  assigned_at: Ms | null;
  return_at: Ms | null;
  queue_by_hand: 0 | 1;
  returned_from: string | null;
  expert_id: string | null;
  is_split: 0 | 1;
  /** JSON: ids of tags. */
  tags: string;
  notes: number;
  policy_id: string | null;
  clock: ClockKind | null;
  clock_from: Ms | null;
  next_deadline_at: Ms;
  warn_at: Ms;
  breaches: number;
  waited_ms: Ms;
  marks: number;
  judged_until: Ms;
  /** How many of the customer's messages are gone at their source. */
  gone: number;
  revision: number;
};

export const findThread = (db: Reader, id: string): ThreadRow | undefined =>
  db.find<ThreadRow>('SELECT * FROM threads WHERE id = ?', id);

/** Throws `not-found`. */
export const getThread = (db: Reader, id: string): ThreadRow => {
  const row = findThread(db, id);
  if (!row)
    throw new AppError(
      'not-found',
      'This thread is no longer on this desk. It may have been folded into another.',
    );
  return row;
};

/** Whether this thread's customer has an open thread with its account: there is never a second. */
export const hasOpen = (db: Reader, { customer_id, account_id }: ThreadRow): boolean =>
  db.find(
    'SELECT 1 FROM threads WHERE customer_id = ? AND account_id = ? AND is_open = 1 LIMIT 1',
    customer_id,
    account_id,
  ) !== undefined;

/** Newest first. */
export const threadsOf = (db: Reader, customerId: string, accountId: string): ThreadRow[] =>
  db.all<ThreadRow>(
    'SELECT * FROM threads WHERE customer_id = ? AND account_id = ? ORDER BY first_at DESC, id DESC',
    customerId,
    accountId,
  );

/** The newest thread of each of these customers, as far as they have one. */
export const newestThreads = (db: Reader, customerIds: readonly string[], accountId: string): ThreadRow[] =>
  db.all<ThreadRow>(
    'SELECT t.* FROM json_each(?) j JOIN threads t ON t.id = (SELECT n.id FROM threads n ' +
      'WHERE n.customer_id = j.value AND n.account_id = ? ORDER BY n.first_at DESC, n.id DESC LIMIT 1)',
    JSON.stringify(customerIds),
    accountId,
  );

/** What `settle` needs of a message. */
export type MessageFacts = {
  id: string;
  seq: number;
  role: 'in' | 'out';
  kind: MessageKind;
  author_id: string;
  created_at: Ms;
  answers_until: Ms | null;
  reposts: number;
  is_automatic: 0 | 1;
  gone_at: Ms | null;
};

/** Oldest first, by the network's time. */
export const factsOf = (db: Reader, threadId: string): MessageFacts[] =>
  db.all<MessageFacts>(
    'SELECT id, seq, role, kind, author_id, created_at, answers_until, reposts, is_automatic, gone_at FROM messages ' +
      'WHERE thread_id = ? ORDER BY created_at, id',
    threadId,
  );

/** When the calls that were promised here were made and wrapped up, oldest first. */
export const callsOf = (db: Reader, threadId: string): Ms[] =>
  db
    .all<{ at: Ms }>(
      "SELECT ended_at AS at FROM escalations WHERE thread_id = ? AND state = 'done' AND ended_at IS NOT NULL ORDER BY 1",
      threadId,
    )
    .map(({ at }) => at);
