import { AppError, failureOf, type Failure } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Card, MessageKind, Upload } from '../../shared/model.ts';
import { whyUnfilled } from '../../shared/snippet.ts';
import { nothingIsSent, standstillOf } from '../accounts/standstill.ts';
import { say } from '../alerts/spoken.ts';
import { call } from '../call.ts';
import { answerQuestion } from '../experts/experts.ts';
import { questionHere } from '../experts/my-questions.ts';
import { saveAltTexts } from '../media/alt-text.ts';
import { whyFilesWait } from '../media/rules.ts';
import { get, set } from '../store/desk.ts';
import { clear, edit } from '../store/drafts.ts';
import { newOutboxId } from '../store/ids.ts';
import { asOwn } from '../store/own.ts';
import { iMay } from '../store/rights.ts';
import type { Composing } from '../store/state.ts';
import { mergeOutbox } from '../store/thread-rows.ts';
import { change } from '../store/thread.ts';
import { isReflex, showWhatIsNew } from './moved-on.ts';
import { readsOnly, rightOf } from './reply-right.ts';

type How = { thenResolve?: boolean; sendAnyway?: boolean; sendAlike?: boolean; undescribed?: boolean };

/** Hands what is written to the outbox, or to the colleague who asks. Whatever stops it, the text stays where it is. */
export const send = async (how: How = {}): Promise<void> => {
  if (questionHere(get())) return answerQuestion();
  const { thread, composing, me, cards } = get();
  const written = thread ? composing[thread.id] : undefined;
  const card = thread ? cards.get(thread.id) : undefined;
  if (!thread || !written || !card || written.isSending) return;
  const { kind, closesAs } = written;
  const text = written.texts[kind];
  if (text.trim() === '') return;
  if (me.initials === '') return set({ overlay: 'introduce' });
  if (how.sendAnyway !== true && isReflex(written)) return;

  const uploads = thread.uploads.filter(({ messageKind }) => messageKind === kind);
  // It stands above the text as long as it is so.
  const still = standstillOf(get(), card.accountId);
  if (still !== null) return say(nothingIsSent(still.why));
  const why = whyNot(card, written, uploads);
  if (why !== null) return stop(thread.id, why);
  if (how.undescribed !== true && uploads.some(needsWords)) {
    return edit(thread.id, (current) => ({ ...current, asksForAlt: true }));
  }

  // Whoever presses the same key again has the difference before them: that is sending anyway, and is kept as such.
  const sendAnyway = how.sendAnyway === true || written.missed !== null;
  const thenResolve = how.thenResolve === true || closesAs !== null;
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
    await saveAltTexts();
    const [first = text, ...rest] = await partsOf(kind, text, me.initials);
    const { item } = await asOwn(thread.id, () =>
      call(kind === 'post' ? 'message.reply' : 'message.direct', {
        id,
        threadId: thread.id,
        head: thread.seenHead,
        alteredSeen: thread.seenAltered,
        text: first,
        rest,
        uploads: uploads.map((upload) => upload.id),
        sendAnyway,
        sendAlike: how.sendAlike === true,
        thenResolve,
        ...(closesAs !== null && { closesAs }),
      }),
    );
    clear(thread.id, kind);
    change(thread.id, (current) => ({
      ...current,
      newSince: null,
      outbox: mergeOutbox(current.outbox, [item]),
      uploads: current.uploads.filter((upload) => !uploads.some(({ id: sent }) => sent === upload.id)),
    }));
    set({ wantsFocus: 'pane' });
  } catch (error) {
    const failure = failureOf(error);
    stop(thread.id, failure);
    if (failure.code === 'moved-on' || failure.code === 'gone') await showWhatIsNew(thread.id);
    if (failure.code === 'too-alike') await showTheOther(thread.id, kind, text);
  } finally {
    edit(thread.id, (current) => ({ ...current, isSending: false }));
  }
};

/** The agent read what is new and sends all the same: to what is on screen now. */
export const sendAnyway = (): Promise<void> => send({ ...asTried(), sendAnyway: true });

/** The agent saw both texts and means it. */
export const sendAlike = (): Promise<void> => send({ ...asTried(), sendAlike: true });

/** The agent leaves the pictures without words. */
export const sendUndescribed = (): Promise<void> => send({ ...asTried(), undescribed: true });

/** Send and resolve stays that, though it was stopped once. */
const asTried = (): How => {
  const { thread, composing } = get();
  return { thenResolve: (thread && composing[thread.id]?.thenResolve) ?? false };
};

/** A film says in its own sound what it shows; X takes no words for it. */
export const needsWords = ({ kind, altText }: Upload): boolean => kind !== 'video' && altText.trim() === '';

const stop = (threadId: ThreadId, stopped: Failure): void =>
  edit(threadId, (current) => ({ ...current, stopped }));

const whyNot = (card: Card, written: Composing, uploads: readonly Upload[]): Failure | null => {
  const { kind, texts } = written;
  const blocked = iMay(get(), 'thread.work') ? rightOf(card, kind).blocked : readsOnly;
  if (blocked !== null) return { code: 'not-allowed', message: blocked };
  const wrong = whyUnfilled(texts[kind]) ?? whyFilesWait(card.id, kind, uploads);
  return wrong === null ? null : { code: 'bad-input', message: wrong };
};

/** As typed when it fits, else the parts of a chain. */
const partsOf = async (kind: MessageKind, text: string, initials: string): Promise<string[]> => {
  const { split } = await import('../../shared/compose/split.ts');
  const { parts, isTooLong } = split({ kind, text, initials, said: 'in-reply' });
  if (isTooLong)
    throw new AppError('too-long', `This would be more than ${parts.length - 1} posts. Your text is kept.`);
  return parts;
};

const showTheOther = async (threadId: ThreadId, kind: MessageKind, text: string): Promise<void> => {
  const alike = await call('message.likeness', { threadId, kind, text }).catch(() => null);
  edit(threadId, (current) => (current.stopped === null ? current : { ...current, alike }));
};
