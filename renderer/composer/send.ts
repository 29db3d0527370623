import { AppError, failureOf, type Failure } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { clear, edit } from '../store/drafts.ts';
import { newOutboxId } from '../store/ids.ts';
import { asOwn } from '../store/own.ts';
import { headOf, mergeOutbox } from '../store/thread-rows.ts';
import { change, readThread } from '../store/thread.ts';
import { whyNoSend } from './reply-right.ts';

/** Hands what is written to the outbox. Whatever stops it, the text stays where it is. */
export const send = async ({ thenResolve = false, sendAnyway = false } = {}): Promise<void> => {
  const { thread, composing, me, cards, accounts } = get();
  const written = thread ? composing[thread.id] : undefined;
  const card = thread ? cards.get(thread.id) : undefined;
  if (!thread || !written || !card || written.isSending) return;
  const { kind } = written;
  const text = written.texts[kind];
  if (text.trim() === '') return;
  if (me.initials === '') return set({ overlay: 'introduce' });

  const account = accounts.find(({ account: { id } }) => id === card.accountId)?.account;
  const blocked = whyNoSend(card, kind, account);
  if (blocked !== null) return stop(thread.id, { code: 'not-allowed', message: blocked });

  const id = written.intents[kind] ?? newOutboxId();
  edit(thread.id, (current) => ({
    ...current,
    isSending: true,
    stopped: null,
    intents: { ...current.intents, [kind]: id },
  }));
  try {
    const { measure, sign } = await import('../../shared/compose.ts');
    const signed = sign(text, me.initials);
    const { used, limit, isTooLong } = measure(kind, signed);
    if (isTooLong)
      throw new AppError('too-long', `${used - limit} over the limit of ${limit}. Your text is kept.`);
    const { item } = await asOwn(thread.id, () =>
      call(kind === 'post' ? 'message.reply' : 'message.direct', {
        id,
        threadId: thread.id,
        head: thread.seenHead,
        text: signed,
        sendAnyway,
        thenResolve,
      }),
    );
    clear(thread.id, kind);
    change(thread.id, (current) => ({
      ...current,
      newSince: null,
      outbox: mergeOutbox(current.outbox, [item]),
    }));
    set({ wantsFocus: 'pane' });
  } catch (error) {
    const failure = failureOf(error);
    stop(thread.id, failure);
    if (failure.code === 'moved-on') await showWhatIsNew(thread.id);
  } finally {
    edit(thread.id, (current) => ({ ...current, isSending: false }));
  }
};

/** The agent read what is new and sends all the same: to what is on screen now. */
export const sendAnyway = (): Promise<void> => send({ sendAnyway: true });

const stop = (threadId: ThreadId, stopped: Failure): void =>
  edit(threadId, (current) => ({ ...current, stopped }));

const showWhatIsNew = async (threadId: ThreadId): Promise<void> => {
  change(threadId, (thread) => {
    const seen = thread.messages.find(({ id }) => id === thread.seenHead);
    return { ...thread, newSince: thread.newSince ?? seen?.arrival ?? 0 };
  });
  await readThread(threadId);
  change(threadId, (thread) => ({ ...thread, seenHead: headOf(thread.messages)?.id ?? thread.seenHead }));
};
