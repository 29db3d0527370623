import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId, OutboxId, ThreadId } from '../../../shared/ids.ts';
import type { MessageKind, Ms, OutboxItem, OutboxState } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { settle } from '../threads/settle.ts';

/** The only file that writes `outbox`. */
export type OutboxRow = {
  id: string;
  account_id: string;
  thread_id: string;
  kind: MessageKind;
  text: string;
  /** What is answered, by the network's id of its newest version; null for a direct message. */
  in_reply_to: string | null;
  /** Who gets a direct message; null for a post. */
  to_remote_id: string | null;
  agent_id: string;
  /** The newest message the agent had on screen. */
  head_id: string | null;
  send_anyway: 0 | 1;
  then_resolve: 0 | 1;
  /** Null: resolved as answered, if at all; else no work, and why. */
  then_reason: string | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain' | 'cancelled';
  queued_at: Ms;
  not_before: Ms;
  state_at: Ms;
  /** When the last attempt began; null before the first. */
  attempt_at: Ms | null;
  /** Readings back that did not find it. */
  checks: number;
  next_check_at: Ms | null;
  code: string | null;
  reason: string | null;
  remote_id: string | null;
  /** Edits and deletions in the thread up to this time were on the agent's screen. */
  altered_seen: Ms;
  /** The part that must be accepted before this one; null: the first, or the only one. */
  after_id: string | null;
  part: number;
  parts: number;
  schedule_id: string | null;
  revision: number;
};

export const findItem = (db: Reader, id: string): OutboxRow | undefined =>
  db.find<OutboxRow>('SELECT * FROM outbox WHERE id = ?', id);

/** Throws `not-found`. */
export const getItem = (db: Reader, id: string): OutboxRow => {
  const row = findItem(db, id);
  if (!row) throw new AppError('not-found', 'This message is not in the outbox.');
  return row;
};

export const putItem = (tx: Tx, row: Omit<OutboxRow, 'revision'>): void => {
  put(tx, 'outbox', row);
  settle(tx, row.thread_id, { sending: sendingOf(tx, row.thread_id) });
};

/** Folding: what is under way follows its customer. */
export const moveOutbox = (tx: Tx, from: string, into: string): string[] => {
  const rows = tx.all<OutboxRow>('SELECT * FROM outbox WHERE thread_id = ?', from);
  for (const row of rows) put(tx, 'outbox', { ...row, thread_id: into });
  return rows.map(({ id }) => id);
};

/** Undo of folding. */
export const moveOutboxBack = (tx: Tx, ids: readonly string[], to: string): void => {
  for (const id of ids) put(tx, 'outbox', { ...getItem(tx, id), thread_id: to });
};

/** Oldest first; what was cancelled is not shown. */
export const itemsOf = (db: Reader, threadId: string): OutboxItem[] =>
  db
    .all<Shown>(
      `${shown} WHERE o.thread_id = ? AND o.state <> 'cancelled' ORDER BY o.queued_at, o.id`,
      threadId,
    )
    .map(itemOf);

export const itemsById = (db: Reader, ids: Iterable<string>): OutboxItem[] =>
  [...ids].flatMap((id) => db.all<Shown>(`${shown} WHERE o.id = ?`, id)).map(itemOf);

type Shown = OutboxRow & { initials: string };
const shown = 'SELECT o.*, a.initials FROM outbox o JOIN agents a ON a.id = o.agent_id';

const itemOf = (row: Shown): OutboxItem => ({
  id: row.id as OutboxId,
  threadId: row.thread_id as ThreadId,
  accountId: row.account_id as AccountId,
  kind: row.kind,
  text: row.text,
  by: row.agent_id as AgentId,
  byInitials: row.initials,
  queuedAt: row.queued_at,
  state: stateOf(row),
  revision: row.revision,
});

const stateOf = (row: OutboxRow): OutboxState => {
  switch (row.state) {
    case 'queued':
      return { at: 'queued', notBefore: row.not_before };
    case 'sending':
      return { at: 'sending', since: row.state_at };
    case 'sent':
      return { at: 'sent', remoteId: row.remote_id ?? '', acceptedAt: row.state_at };
    case 'uncertain':
      return {
        at: 'uncertain',
        since: row.attempt_at ?? row.state_at,
        reason: row.reason ?? '',
        nextCheckAt: row.next_check_at ?? row.state_at,
        checks: row.checks,
      };
    case 'failed':
      return { at: 'failed', code: row.code ?? 'rejected', reason: row.reason ?? '' };
    case 'cancelled':
      return { at: 'cancelled' };
  }
};

/** The newest state of what is not simply sent. */
export const sendingOf = (
  db: Reader,
  threadId: string,
): 'queued' | 'sending' | 'failed' | 'uncertain' | null =>
  db.find<{ state: 'queued' | 'sending' | 'failed' | 'uncertain' }>(
    'SELECT state FROM outbox WHERE thread_id = ? ' +
      "AND state IN ('queued', 'sending', 'failed', 'uncertain') ORDER BY queued_at DESC LIMIT 1",
    threadId,
  )?.state ?? null;
