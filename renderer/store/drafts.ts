import type { ThreadId } from '../../shared/ids.ts';
import type { Card, Draft, DraftKind } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from './desk.ts';
import { newOutboxId } from './ids.ts';
import { notify } from './notices.ts';
import type { Composing } from './state.ts';

const pauseMs = 300;

type Waiting = { threadId: ThreadId; kind: DraftKind; timer: ReturnType<typeof setTimeout> };
const waiting = new Map<string, Waiting>();

/** The agent typed: the text is theirs at once, on disk a moment later. */
export const write = (threadId: ThreadId, kind: DraftKind, text: string): void => {
  edit(threadId, (composing) => ({
    ...composing,
    texts: { ...composing.texts, [kind]: text },
    intents: { ...composing.intents, [kind]: composing.intents[kind] ?? newOutboxId() },
    // What was wrong with the text itself is judged anew when it is sent.
    stopped: text === '' || composing.stopped?.code === 'bad-input' ? null : composing.stopped,
  }));
  const name = `${kind} ${threadId}`;
  clearTimeout(waiting.get(name)?.timer);
  waiting.set(name, { threadId, kind, timer: setTimeout(() => save(name), pauseMs) });
};

/** Saves now what is still waiting: on blur, on leaving a thread, on closing the window. */
export const leaveDrafts = (): void => {
  for (const name of waiting.keys()) save(name);
};

/** Drafts as the main process has them; what was typed here since is newer and stays. */
export const takeDrafts = (threadId: ThreadId, drafts: readonly Draft[], card: Card): void => {
  const known = get().composing[threadId];
  const textOf = (kind: DraftKind): string =>
    known?.intents[kind] ? known.texts[kind] : (drafts.find((draft) => draft.kind === kind)?.text ?? '');
  const texts = { post: textOf('post'), dm: textOf('dm'), note: textOf('note') };
  edit(threadId, (composing) => ({ ...composing, texts, kind: known?.kind ?? likelyKind(card, texts) }));
};

/** Sent: the text is the network's now. */
export const clear = (threadId: ThreadId, kind: DraftKind): void => {
  const name = `${kind} ${threadId}`;
  clearTimeout(waiting.get(name)?.timer);
  waiting.delete(name);
  edit(threadId, (composing) => ({
    ...composing,
    texts: { ...composing.texts, [kind]: '' },
    intents: { ...composing.intents, [kind]: null },
    closesAs: kind === 'note' ? composing.closesAs : null,
    stopped: null,
  }));
};

export const edit = (threadId: ThreadId, change: (composing: Composing) => Composing): void => {
  const { composing } = get();
  set({ composing: { ...composing, [threadId]: change(composing[threadId] ?? nothingYet) } });
};

export const nothingYet: Composing = {
  kind: 'post',
  texts: { post: '', dm: '', note: '' },
  intents: { post: null, dm: null, note: null },
  isSending: false,
  closesAs: null,
  stopped: null,
  alike: null,
  thenResolve: false,
};

/** Answers go where the customer wrote, unless a draft says otherwise. */
const likelyKind = (card: Card, texts: Composing['texts']): Composing['kind'] => {
  if (texts.post !== '' || texts.dm !== '') return texts.post === '' ? 'dm' : 'post';
  return card.previewKind;
};

const save = (name: string): void => {
  const item = waiting.get(name);
  if (!item) return;
  clearTimeout(item.timer);
  waiting.delete(name);
  const { threadId, kind } = item;
  const text = get().composing[threadId]?.texts[kind] ?? '';
  call('draft.save', { threadId, kind, text }).catch(() => {
    notify('A draft could not be saved on disk. It is kept here while Earshot is open.', 'trouble');
  });
};
