import { AppError } from '../../../shared/errors.ts';
import type { Attachment } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { putDirection, writing } from '../accounts/directions.ts';
import { getAccount } from '../accounts/rows.ts';
import { identityIdOf } from '../identities.ts';
import { findMessage, messageIdOf, putMessage, unaltered } from '../messages.ts';
import { closeThread } from '../threads/close.ts';
import { patchThread } from '../threads/patch.ts';
import { getThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { putUpload, uploadsOfItem } from '../uploads/rows.ts';
import { heldBecause, holdRest } from './chain.ts';
import { learnTaken } from './rights.ts';
import { putItem, type OutboxRow } from './rows.ts';

/** The network has it: the item is sent, and the message stands in its thread at once. */
export const accepted = (tx: Tx, at: number, row: OutboxRow, remoteId: string): null => {
  const account = getAccount(tx, row.account_id);
  const thread = row.thread_id === null ? null : getThread(tx, row.thread_id);
  const messageId = messageIdOf(account.id, row.kind, remoteId);
  const seen = findMessage(tx, messageId);
  putMessage(tx, {
    account_id: account.id,
    kind: row.kind,
    remote_id: remoteId,
    version_id: remoteId,
    role: 'out',
    author_id: identityIdOf(account.provider, account.remote_id),
    conversation_id: null,
    in_reply_to: row.in_reply_to,
    text: row.text,
    is_cut: 0,
    created_at: at,
    received_at: at,
    lang: null,
    is_summons: 0,
    reposts: 0,
    attachments: attachmentsOf(tx, row),
    is_automatic: 0,
    ...unaltered,
    ...seen,
    id: messageId,
    thread_id: row.thread_id,
    other_id: thread?.identity_id ?? seen?.other_id ?? null,
    // Only what the agent had on screen is answered: a message that crossed ours on the way still waits.
    answers_until: thread === null ? null : (seenUntil(tx, row) ?? row.attempt_at ?? at),
    outbox_id: row.id,
  });
  learnTaken(tx, at, row);
  putDirection(tx, at, account.id, writing(row.kind), 'works', null);
  done(tx, at, row, remoteId);
  return null;
};

/** A person found it among the account's own messages. */
export const arrivedAs = (tx: Tx, at: number, row: OutboxRow, messageId: string): null => {
  const message = findMessage(tx, messageId);
  const isOurs =
    message?.account_id === row.account_id && message.role === 'out' && message.kind === row.kind;
  if (!message || !isOurs || message.outbox_id !== null) {
    throw new AppError('bad-input', 'That is not a message of this account that this one could be.');
  }
  return accepted(tx, at, row, message.remote_id);
};

/** A person saw it at the network, and it was never read here: it is sent, under a name nobody knows. */
export const arrivedUnseen = (tx: Tx, at: number, row: OutboxRow): null => {
  if (row.thread_id !== null) {
    const thread = getThread(tx, row.thread_id);
    const until = seenUntil(tx, row) ?? row.attempt_at ?? at;
    // There is no message that could stop the clock: what it answers has been seen to.
    patchThread(tx, thread, { cleared_until: Math.max(thread.cleared_until ?? 0, until) });
  }
  done(tx, at, row, null);
  return null;
};

/** At the network for good: nothing looks for them any more. */
const leaveUploads = (tx: Tx, row: OutboxRow): void => {
  for (const upload of uploadsOfItem(tx, row.id)) putUpload(tx, { ...upload, state: 'sent' });
};

const done = (tx: Tx, at: number, row: OutboxRow, remoteId: string | null): void => {
  const sent: OutboxRow = {
    ...row,
    state: 'sent',
    state_at: at,
    ended_at: row.ended_at ?? at,
    remote_id: remoteId,
    code: null,
    reason: null,
    next_check_at: null,
  };
  leaveUploads(tx, row);
  putItem(tx, sent);
  holdRest(tx, sent, heldBecause(sent));
  if (row.thread_id === null) return;
  // A promised call keeps its thread open, whatever was meant to follow this answer.
  if (row.then_resolve === 1 && getThread(tx, row.thread_id).status !== 'phone') closeAfter(tx, row, at);
  else settle(tx, row.thread_id);
};

const closeAfter = (tx: Tx, { thread_id, then_reason }: OutboxRow, at: number): void => {
  if (thread_id === null) return;
  if (then_reason === null) closeThread(tx, thread_id, at, 'resolved', 'answered');
  else closeThread(tx, thread_id, at, 'no-action', then_reason);
};

/** The network's time of the newest message that had arrived when the agent looked. */
const seenUntil = (db: Reader, row: OutboxRow): number | null => {
  const head = row.head_id === null ? undefined : findMessage(db, row.head_id);
  if (head?.seq === undefined || row.thread_id === null) return null;
  const sql = 'SELECT max(created_at) AS at FROM messages WHERE thread_id = ? AND seq <= ?';
  return db.find<{ at: number | null }>(sql, row.thread_id, head.seq)?.at ?? null;
};

/** What left with it, until the network tells where it is to be seen. */
const attachmentsOf = (db: Reader, row: OutboxRow): string | null => {
  const all = uploadsOfItem(db, row.id).map(({ kind, alt_text }): Attachment => ({
    kind,
    url: null,
    altText: alt_text === '' ? null : alt_text,
  }));
  return all.length === 0 ? null : JSON.stringify(all);
};
