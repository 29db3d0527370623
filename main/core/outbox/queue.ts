import type { Parsed, Queued } from '../../../shared/api.ts';
import { measure, sign, type Said } from '../../../shared/compose.ts';
import { AppError } from '../../../shared/errors.ts';
import type { MessageKind, Ms } from '../../../shared/model.ts';
import { whyUnfilled } from '../../../shared/snippet.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay, getAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { replaceDraft } from '../drafts.ts';
import { failpoint } from '../failpoint.ts';
import { findAlike, tooAlike } from '../likeness/alike.ts';
import { readSettings } from '../settings.ts';
import { getThread } from '../threads/rows.ts';
import { assertAttachable, attachTo } from '../uploads/attach.ts';
import { partId } from './chain.ts';
import { asNew } from './fresh.ts';
import { asItStands, assertSeen } from './guard.ts';
import { findItem, putItem, type OutboxRow } from './rows.ts';
import { itemsById } from './shown.ts';
import { targetOf } from './target.ts';

/**
 * Queues an answer, of one part or a chain. Throws `moved-on` when the thread is not as the agent saw it, `too-alike` when a
 * colleague has said nearly the same to somebody else, `too-long`, `not-allowed` when there is nothing to answer, `gone` when
 * what is answered is not there any more. The same id again is the same intention: nothing is queued twice.
 */
export const queueMessage = (desk: Desk, kind: MessageKind, input: Parsed<'message.reply'>): Queued => {
  const { id, threadId, head, sendAnyway, sendAlike, thenResolve, closesAs } = input;
  const known = findItem(desk.db, id);
  // What was taken back is a draft again, and may leave under the same id.
  if (known && known.state !== 'cancelled') return { seq: 0, item: shownItem(desk, id) };
  assertMay(desk, 'thread.work');
  const thread = getThread(desk.db, threadId);
  const texts = signed([input.text, ...input.rest], getAgent(desk.db, desk.me).initials);
  for (const [at, text] of texts.entries()) assertSendable(kind, text, at === 0 ? 'in-reply' : 'to-nobody');
  assertAttachable(desk, input.uploads, { threadId, kind, accountId: thread.account_id });
  const target = targetOf(desk.db, thread, kind);
  const now = desk.now();
  const seen = {
    agent_id: desk.me,
    head_id: head,
    send_anyway: sendAnyway ? (1 as const) : (0 as const),
    over_id: null,
    altered_seen: input.alteredSeen,
    ...(sendAnyway && asItStands(desk.db, threadId)),
  };
  if (!sendAnyway) assertSeen(desk.db, { ...seen, id: last, thread_id: threadId, queued_at: now });
  // Part by part: a chain that repeats one sentence to everybody repeats it.
  const [alike] = texts
    .flatMap((text) => findAlike(desk, threadId, text) ?? [])
    .toSorted((a, b) => b.alike.likeness - a.alike.likeness);
  if (alike && !sendAlike) throw tooAlike(desk, alike.alike);
  const logged = {
    ...{ id, threadId, kind, head, sendAnyway, thenResolve, closesAs },
    ...(texts.length > 1 && { parts: texts.length }),
    ...(input.uploads.length > 0 && { uploads: input.uploads }),
    ...(sendAnyway && { overrode: { head: seen.over_id, alteredAt: seen.altered_seen } }),
    ...(alike && { sendAlike: { to: alike.id, likeness: Math.round(alike.alike.likeness * 100) / 100 } }),
  };
  const what = {
    op: `message.${kind === 'post' ? 'reply' : 'direct'}`,
    by: desk.me,
    threadId,
    input: logged,
  };
  const { seq } = operate(desk, what, (tx, at) => {
    for (const [index, text] of texts.entries()) {
      const isLast = index === texts.length - 1;
      putItem(tx, {
        ...asNew(at, text, { id, part: index + 1, parts: texts.length }),
        ...doubtsOf(tx, partId(id, index + 1)),
        ...target,
        ...seen,
        account_id: thread.account_id,
        thread_id: threadId,
        kind,
        // A chain answers once: what follows answers its own first part.
        in_reply_to: index === 0 ? target.in_reply_to : null,
        then_resolve: thenResolve && isLast ? 1 : 0,
        then_reason: isLast ? (closesAs ?? null) : null,
        not_before: at + readSettings(tx).undoSendSeconds * 1000,
      });
    }
    attachTo(tx, input.uploads, id);
    replaceDraft(tx, desk.me, at, { threadId, kind, text: '' });
    return { value: null, inverse: { op: 'outbox.cancel', input: { id } } };
  });
  failpoint('outbox.queued');
  return { seq: seq ?? 0, item: shownItem(desk, id) };
};

/** After every id: everything in the outbox by now came before. */
const last = '\uffff';

export type Scheduled = Pick<
  OutboxRow,
  'id' | 'account_id' | 'thread_id' | 'kind' | 'text' | 'agent_id' | 'to_remote_id' | 'schedule_id'
> &
  /** The thread as its author had it on screen; without it, as it stands now: nobody looks when it leaves. */
  Partial<Pick<OutboxRow, 'head_id' | 'altered_seen'>>;

/**
 * Inside the operation of whoever hands a scheduled message over; its text is signed and measured by then. In a thread it
 * answers what there is to answer, as it stands now. Throws as `targetOf` does, and when the id is in the outbox already.
 */
export const queueScheduled = (tx: Tx, at: Ms, what: Scheduled): void => {
  if (findItem(tx, what.id)) throw new AppError('taken', 'This message was handed over already.');
  const thread = what.thread_id === null ? null : getThread(tx, what.thread_id);
  putItem(tx, {
    ...asNew(at, what.text, { id: what.id, part: 1, parts: 1 }),
    ...what,
    ...(thread
      ? targetOf(tx, thread, what.kind)
      : { in_reply_to: null, to_remote_id: what.kind === 'dm' ? what.to_remote_id : null }),
    head_id: what.head_id ?? null,
    send_anyway: 0,
    over_id: null,
    altered_seen: what.altered_seen ?? at,
    ...(thread && (what.head_id ?? null) === null && asItStands(tx, thread.id)),
    then_resolve: 0,
    then_reason: null,
    not_before: at,
  });
};

/** What was taken back after a doubtful attempt, and is sent again under its id, is as doubtful as before. */
const doubtsOf = (tx: Tx, id: string): Partial<OutboxRow> => {
  const known = findItem(tx, id);
  if (!known || known.doubts === 0) return {};
  const { doubts, since_seq, since_cursor } = known;
  return { doubts, since_seq, since_cursor };
};

/** Only the last part says who wrote it. */
const signed = (texts: readonly string[], initials: string): string[] =>
  texts.map((text, at) => (at === texts.length - 1 ? sign(text, initials) : text.trimEnd()));

/** Further parts answer our own post: mentions at their head count. */
const assertSendable = (kind: MessageKind, text: string, said: Said): void => {
  if (text.trim() === '') throw new AppError('bad-input', 'There is nothing to send yet.');
  const unfilled = whyUnfilled(text);
  if (unfilled !== null) throw new AppError('bad-input', unfilled);
  const { used, limit, isTooLong } = measure(kind, text, said);
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
