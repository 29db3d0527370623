import { AppError } from '../../../shared/errors.ts';
import type { MessageKind, Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { settle } from '../threads/settle.ts';

/** The only file that writes `outbox`. */
export type OutboxRow = {
  id: string;
  account_id: string;
  /** Null: a post of the brand's own. */
  thread_id: string | null;
  kind: MessageKind;
  text: string;
  /** What is answered, by the network's id of its newest version; null for a direct message, and for a post to nobody. */
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
  /** Complete readings back since the last attempt that did not find it. */
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
  /** The newest message there was when its author insisted on sending; null: nothing was overridden. */
  over_id: string | null;
  ended_at: Ms | null;
  read_at: Ms | null;
  /** Attempts whose outcome was unknown: after the first, a refusal proves nothing. */
  doubts: number;
  /** The newest message of the desk before the first attempt: what came in later may be it. */
  since_seq: number;
  /** Where the reading of the account's own messages stood then; null: at the beginning. */
  since_cursor: string | null;
  revision: number;
};

export type OutboxStateName = OutboxRow['state'];

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
  if (row.thread_id !== null) settle(tx, row.thread_id, { sending: sendingOf(tx, row.thread_id) });
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

/** The newest state of what is not simply sent; of a chain the part that the others wait for. */
export const sendingOf = (
  db: Reader,
  threadId: string,
): 'queued' | 'sending' | 'failed' | 'uncertain' | null =>
  db.find<{ state: 'queued' | 'sending' | 'failed' | 'uncertain' }>(
    'SELECT state FROM outbox WHERE thread_id = ? ' +
      "AND state IN ('queued', 'sending', 'failed', 'uncertain') ORDER BY queued_at DESC, part LIMIT 1",
    threadId,
  )?.state ?? null;
