import { AppError } from '../../../shared/errors.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { ProviderFailure, type Connection, type Outgoing } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import { operate, type Desk } from '../desk.ts';
import { identityIdOf } from '../identities.ts';
import { findMessage, messageIdOf, putMessage, unaltered } from '../messages.ts';
import { closeThread } from '../threads/close.ts';
import { getThread } from '../threads/rows.ts';
import { settle } from '../threads/settle.ts';
import { assertSeen } from './queue.ts';
import { getItem, putItem, type OutboxRow } from './rows.ts';

/** Longer than the network's slowest processing: reading back sooner could miss a post that is still on its way. */
export const settleMs = 30_000;

/** What the one attempt came to, for the scheduler: when this account may send again. */
export type Attempt = { kind: OutboxRow['state']; pauseUntil: number | null; auth: string | null };

/**
 * One attempt for one item. `sending` is committed before the request leaves, so a crash can never lead to a second
 * post: what was `sending` then is `uncertain` at the next start.
 */
export const attempt = async (desk: Desk, connection: Connection, id: string): Promise<Attempt> => {
  const row = getItem(desk.db, id);
  if (row.send_anyway === 0) {
    try {
      assertSeen(desk.db, getThread(desk.db, row.thread_id), row.head_id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return settleAs(desk, id, { state: 'failed', code: error.code, reason: error.message });
    }
  }
  mark(desk, id, { state: 'sending', attempt_at: desk.now(), checks: 0, code: null, reason: null });
  try {
    const { remoteId } = await connection.send(outgoing(row));
    accept(desk, id, remoteId);
    return { kind: 'sent', pauseUntil: null, auth: null };
  } catch (error) {
    return settleAs(desk, id, outcome(desk, error));
  }
};

/**
 * Whatever was in the air when the program ended, or when its outcome could not be stored, may have arrived: nobody
 * guesses. Call it only while nothing of this account is being attempted.
 */
export const recover = (desk: Desk, accountId: string): void => {
  for (const { id } of inTheAir(desk.db, accountId)) {
    mark(desk, id, {
      state: 'uncertain',
      reason: 'Earshot stopped while this was being sent. Checking with the network.',
      next_check_at: desk.now() + settleMs,
    });
  }
};

export const inTheAir = (db: Reader, accountId: string): { id: string }[] =>
  db.all<{ id: string }>("SELECT id FROM outbox WHERE state = 'sending' AND account_id = ?", accountId);

/** The network has it: the item is sent, and the message stands in its thread at once. */
export const accept = (desk: Desk, id: string, remoteId: string): void => {
  operate(
    desk,
    { op: 'outbox.accepted', by: 'x', threadId: getItem(desk.db, id).thread_id, input: { id, remoteId } },
    (tx, at) => {
      const row = getItem(tx, id);
      const account = getAccount(tx, row.account_id);
      const thread = getThread(tx, row.thread_id);
      const messageId = messageIdOf(account.id, row.kind, remoteId);
      const seen = findMessage(tx, messageId);
      putMessage(tx, {
        account_id: account.id,
        kind: row.kind,
        remote_id: remoteId,
        version_id: remoteId,
        role: 'out',
        author_id: identityIdOf(account.provider, account.remote_id),
        other_id: thread.identity_id,
        conversation_id: null,
        in_reply_to: row.in_reply_to,
        text: row.text,
        is_cut: 0,
        created_at: at,
        received_at: at,
        lang: null,
        is_summons: 0,
        reposts: 0,
        attachments: null,
        is_automatic: 0,
        ...unaltered,
        ...seen,
        id: messageId,
        thread_id: row.thread_id,
        // Only what the agent had on screen is answered: a message that crossed ours on the way still waits.
        answers_until: seenUntil(tx, row) ?? row.attempt_at ?? at,
        outbox_id: row.id,
      });
      putItem(tx, {
        ...row,
        state: 'sent',
        state_at: at,
        remote_id: remoteId,
        code: null,
        reason: null,
        next_check_at: null,
      });
      // A promised call keeps its thread open, whatever was meant to follow this answer.
      if (row.then_resolve === 1 && thread.status !== 'phone') closeAfter(tx, row, at);
      else settle(tx, row.thread_id);
      return { value: null };
    },
  );
};

const closeAfter = (tx: Tx, { thread_id, then_reason }: OutboxRow, at: number): void => {
  if (then_reason === null) closeThread(tx, thread_id, at, 'resolved', 'answered');
  else closeThread(tx, thread_id, at, 'no-action', then_reason);
};

/** The network's time of the newest message that had arrived when the agent looked. */
const seenUntil = (tx: Tx, row: OutboxRow): number | null => {
  const head = row.head_id === null ? undefined : findMessage(tx, row.head_id);
  if (head?.seq === undefined) return null;
  const sql = 'SELECT max(created_at) AS at FROM messages WHERE thread_id = ? AND seq <= ?';
  return tx.find<{ at: number | null }>(sql, row.thread_id, head.seq)?.at ?? null;
};

const outgoing = (row: OutboxRow): Outgoing =>
  row.kind === 'post'
    ? { kind: 'post', text: row.text, inReplyToRemoteId: row.in_reply_to ?? '', mediaIds: [] }
    : { kind: 'dm', text: row.text, toRemoteId: row.to_remote_id ?? '', mediaId: null };

type Change = Partial<OutboxRow> & Pick<OutboxRow, 'state'>;

/** Only a definite refusal means "not sent"; everything doubtful is `uncertain`. */
const outcome = (desk: Desk, error: unknown): Change => {
  if (!(error instanceof ProviderFailure)) {
    desk.onTrouble(error);
    const reason = 'Something broke after this was handed to the network. Checking whether it arrived.';
    return { state: 'uncertain', code: 'internal', reason, next_check_at: desk.now() + settleMs };
  }
  const { kind, message: reason, retryAt } = error;
  switch (kind) {
    case 'rate-limited':
      return { state: 'queued', code: kind, reason, not_before: retryAt ?? desk.now() + 60_000 };
    case 'network':
      return { state: 'queued', code: kind, reason, not_before: desk.now() + 10_000 };
    case 'auth':
      return { state: 'queued', code: kind, reason, not_before: desk.now() + 60_000 };
    case 'rejected':
    case 'gone':
      return { state: 'failed', code: kind, reason };
    case 'unknown-outcome':
      return { state: 'uncertain', code: kind, reason, next_check_at: desk.now() + settleMs };
  }
};

const settleAs = (desk: Desk, id: string, change: Change): Attempt => {
  mark(desk, id, change);
  const pauseUntil =
    change.code === 'rate-limited' || change.code === 'network' ? (change.not_before ?? null) : null;
  return { kind: change.state, pauseUntil, auth: change.code === 'auth' ? (change.reason ?? null) : null };
};

export const mark = (desk: Desk, id: string, change: Change): void => {
  const { thread_id } = getItem(desk.db, id);
  const input = { id, state: change.state, code: change.code ?? null };
  operate(desk, { op: 'outbox.mark', by: 'x', threadId: thread_id, input }, (tx, at) => {
    putItem(tx, { ...getItem(tx, id), ...change, state_at: at });
    return { value: null };
  });
};
