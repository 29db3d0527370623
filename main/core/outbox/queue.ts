import type { Parsed, Queued } from '../../../shared/api.ts';
import { measure, sign } from '../../../shared/compose.ts';
import { AppError } from '../../../shared/errors.ts';
import type { MessageKind } from '../../../shared/model.ts';
import { whyUnfilled } from '../../../shared/snippet.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { assertMay, getAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { replaceDraft } from '../drafts.ts';
import { findAlike, tooAlike } from '../likeness/alike.ts';
import { findMessage } from '../messages.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { findItem, getItem, itemsById, putItem, type OutboxRow } from './rows.ts';

/**
 * Queues an answer. Throws `moved-on` when the thread has messages the agent has not seen, `too-alike` when a colleague has
 * said nearly the same to somebody else, `too-long`, `not-allowed` when there is nothing to answer. The same id again is
 * the same intention: nothing is queued twice.
 */
export const queueMessage = (desk: Desk, kind: MessageKind, input: Parsed<'message.reply'>): Queued => {
  const { id, threadId, head, sendAnyway, sendAlike, thenResolve, closesAs } = input;
  const known = findItem(desk.db, id);
  if (known) return { seq: 0, item: shownItem(desk, id) };
  assertMay(desk, 'thread.work');
  const thread = getThread(desk.db, threadId);
  const agent = getAgent(desk.db, desk.me);
  const text = sign(input.text, agent.initials);
  assertSendable(kind, text);
  const target = targetOf(desk.db, thread, kind);
  if (!sendAnyway) assertSeen(desk.db, thread, head);
  const alike = findAlike(desk, threadId, text);
  if (alike && !sendAlike) throw tooAlike(desk, alike.alike);
  const logged = {
    ...{ id, threadId, kind, head, sendAnyway, thenResolve, closesAs },
    ...(alike && { sendAlike: { to: alike.id, likeness: Math.round(alike.alike.likeness * 100) / 100 } }),
  };
  const { seq } = operate(
    desk,
    { op: `message.${kind === 'post' ? 'reply' : 'direct'}`, by: desk.me, threadId, input: logged },
    (tx, at) => {
      putItem(tx, {
        id,
        account_id: thread.account_id,
        thread_id: threadId,
        kind,
        text,
        ...target,
        agent_id: desk.me,
        head_id: head,
        send_anyway: sendAnyway ? 1 : 0,
        then_resolve: thenResolve ? 1 : 0,
        then_reason: closesAs ?? null,
        state: 'queued',
        queued_at: at,
        not_before: at,
        state_at: at,
        attempt_at: null,
        checks: 0,
        next_check_at: null,
        code: null,
        reason: null,
        remote_id: null,
        altered_seen: 0,
        after_id: null,
        part: 1,
        parts: 1,
        schedule_id: null,
      });
      replaceDraft(tx, desk.me, at, { threadId, kind, text: '' });
      return { value: null, inverse: { op: 'outbox.cancel', input: { id } } };
    },
  );
  return { seq: seq ?? 0, item: shownItem(desk, id) };
};

/** Before it left, or after the network refused it: the item ends and its text is a draft again. */
export const cancelItem = (tx: Tx, at: number, id: string): void => {
  const row = getItem(tx, id);
  if (row.state !== 'queued' && row.state !== 'failed') {
    throw new AppError('too-late', 'This message has already left. It can’t be taken back here.');
  }
  putItem(tx, { ...row, state: 'cancelled', state_at: at });
  replaceDraft(tx, row.agent_id, at, { threadId: row.thread_id, kind: row.kind, text: row.text });
};

/** Once more, for what certainly was not sent. An uncertain item is checked, never blindly repeated. */
export const retryItem = (tx: Tx, at: number, id: string): void => {
  const row = getItem(tx, id);
  if (row.state !== 'failed') {
    throw new AppError('not-allowed', 'Only a message that certainly was not sent can be tried again.');
  }
  // The agent has the failure and the thread as it is now on screen: trying again is "send anyway".
  putItem(tx, {
    ...row,
    state: 'queued',
    state_at: at,
    not_before: at,
    code: null,
    reason: null,
    send_anyway: 1,
  });
};

/** Throws `moved-on`: somebody wrote after what the agent had on screen. */
export const assertSeen = (db: Reader, thread: ThreadRow, headId: string | null): void => {
  const unseen = unseenSince(db, thread.id, headId);
  if (unseen === 0) return;
  throw new AppError(
    'moved-on',
    unseen === 1
      ? 'One message came in since you last looked. Your text is kept.'
      : `${unseen} messages came in since you last looked. Your text is kept.`,
  );
};

const unseenSince = (db: Reader, threadId: string, headId: string | null): number => {
  const head = headId === null ? undefined : findMessage(db, headId);
  return (
    db.find<{ n: number }>(
      'SELECT count(*) AS n FROM messages WHERE thread_id = ? AND seq > ?',
      threadId,
      head?.seq ?? 0,
    )?.n ?? 0
  );
};

const targetOf = (
  db: Reader,
  thread: ThreadRow,
  kind: MessageKind,
): Pick<OutboxRow, 'in_reply_to' | 'to_remote_id'> => {
  if (kind === 'post') {
    const post = thread.reply_to_id === null ? undefined : findMessage(db, thread.reply_to_id);
    if (!post)
      throw new AppError('not-allowed', 'There is no public message to answer here. Write a direct message.');
    return { in_reply_to: post.version_id, to_remote_id: null };
  }
  const identity = db.find<{ remote_id: string }>(
    'SELECT remote_id FROM identities WHERE id = ?',
    thread.identity_id,
  );
  return { in_reply_to: null, to_remote_id: identity?.remote_id ?? null };
};

const assertSendable = (kind: MessageKind, text: string): void => {
  if (text.trim() === '') throw new AppError('bad-input', 'There is nothing to send yet.');
  const unfilled = whyUnfilled(text);
  if (unfilled !== null) throw new AppError('bad-input', unfilled);
  const { used, limit, isTooLong } = measure(kind, text);
  if (isTooLong) {
    throw new AppError(
      'too-long',
      `This is ${used - limit} characters over the limit of ${limit}. Your text is kept.`,
    );
  }
};

const shownItem = (desk: Desk, id: string) => {
  const [item] = itemsById(desk.db, [id]);
  if (!item) throw new AppError('not-found', 'This message is not in the outbox.');
  return item;
};
