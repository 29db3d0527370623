import { AppError, failureOf, type Failure } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { MessageKind } from '../../shared/model.ts';
import { whyUnfilled } from '../../shared/snippet.ts';
import { call } from '../call.ts';
import { answerQuestion } from '../experts/experts.ts';
import { questionHere } from '../experts/my-questions.ts';
import { get, set } from '../store/desk.ts';
import { clear, edit } from '../store/drafts.ts';
import { newOutboxId } from '../store/ids.ts';
import { asOwn } from '../store/own.ts';
import { iMay } from '../store/rights.ts';
import { headOf, mergeOutbox } from '../store/thread-rows.ts';
import { change, readThread } from '../store/thread.ts';
import { readsOnly, whyNoSend } from './reply-right.ts';

type How = { thenResolve?: boolean; sendAnyway?: boolean; sendAlike?: boolean };

/** Hands what is written to the outbox, or to the colleague who asks. Whatever stops it, the text stays where it is. */
export const send = async (how: How = {}): Promise<void> => {
  if (questionHere(get())) return answerQuestion();
  const { thread, composing, me, cards, accounts } = get();
  const written = thread ? composing[thread.id] : undefined;
  const card = thread ? cards.get(thread.id) : undefined;
  if (!thread || !written || !card || written.isSending) return;
  const { kind, closesAs } = written;
  const { sendAnyway = false, sendAlike = false } = how;
  const thenResolve = how.thenResolve === true || closesAs !== null;
  const text = written.texts[kind];
  if (text.trim() === '') return;
  if (me.initials === '') return set({ overlay: 'introduce' });

  const account = accounts.find(({ account: { id } }) => id === card.accountId)?.account;
  const blocked = iMay(get(), 'thread.work') ? whyNoSend(card, kind, account) : readsOnly;
  if (blocked !== null) return stop(thread.id, { code: 'not-allowed', message: blocked });
  const unfilled = whyUnfilled(text);
  if (unfilled !== null) return stop(thread.id, { code: 'bad-input', message: unfilled });

  const id = written.intents[kind] ?? newOutboxId();
  edit(thread.id, (current) => ({
    ...current,
    isSending: true,
    stopped: null,
    alike: null,
    thenResolve,
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
        sendAlike,
        thenResolve,
        ...(closesAs !== null && { closesAs }),
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
    if (failure.code === 'too-alike') await showTheOther(thread.id, kind, text);
  } finally {
    edit(thread.id, (current) => ({ ...current, isSending: false }));
  }
};

/** The agent read what is new and sends all the same: to what is on screen now. */
export const sendAnyway = (): Promise<void> => send({ ...asTried(), sendAnyway: true });

/** The agent saw both texts and means it. */
export const sendAlike = (): Promise<void> => send({ ...asTried(), sendAlike: true });

/** Send and resolve stays that, though it was stopped once. */
const asTried = (): How => {
  const { thread, composing } = get();
  return { thenResolve: (thread && composing[thread.id]?.thenResolve) ?? false };
};

const stop = (threadId: ThreadId, stopped: Failure): void =>
  edit(threadId, (current) => ({ ...current, stopped }));

const showTheOther = async (threadId: ThreadId, kind: MessageKind, text: string): Promise<void> => {
  const alike = await call('message.likeness', { threadId, kind, text }).catch(() => null);
  edit(threadId, (current) => (current.stopped === null ? current : { ...current, alike }));
};

const showWhatIsNew = async (threadId: ThreadId): Promise<void> => {
  change(threadId, (thread) => {
    const seen = thread.messages.find(({ id }) => id === thread.seenHead);
    return { ...thread, newSince: thread.newSince ?? seen?.arrival ?? 0 };
  });
  await readThread(threadId);
  change(threadId, (thread) => ({ ...thread, seenHead: headOf(thread.messages)?.id ?? thread.seenHead }));
};
