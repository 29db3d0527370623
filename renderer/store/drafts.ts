import { failureOf, type ErrorCode } from '../../shared/errors.ts';
import type { OutboxId, ThreadId } from '../../shared/ids.ts';
import type { Card, Draft, DraftKind } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from './desk.ts';
import { newOutboxId } from './ids.ts';
import { notify, unsay } from './notices.ts';
import type { Composing } from './state.ts';
import { alteredOf } from './thread-rows.ts';

const pauseMs = 300;
/** Whoever types without a pause is saved all the same: a crash costs no more than this. */
const longestMs = 1000;

type Place = { threadId: ThreadId; kind: DraftKind };

type Waiting = Place & {
  /** When the oldest of what is not on disk was typed. */
  since: number;
  timer: ReturnType<typeof setTimeout>;
};
const waiting = new Map<string, Waiting>();
/** What could not be saved is kept here alone: nothing that is read may take its place. */
const unsaved = new Map<string, Place>();
/** A disk that was full or away for a moment is asked again, without a further key. */
const againMs = 5000;
const passes: ReadonlySet<ErrorCode> = new Set(['disk', 'internal']);
let again: ReturnType<typeof setTimeout> | undefined;

/** The agent typed: the text is theirs at once, on disk a moment later. */
export const write = (threadId: ThreadId, kind: DraftKind, text: string): void => {
  if (kind !== 'note' && !get().composing[threadId]?.texts[kind]) sawAltered(threadId);
  edit(threadId, (composing) => ({
    ...composing,
    texts: { ...composing.texts, [kind]: text },
    intents: { ...composing.intents, [kind]: composing.intents[kind] ?? newOutboxId() },
    // What was wrong with the text itself is judged anew when it is sent.
    stopped: text === '' || composing.stopped?.code === 'bad-input' ? null : composing.stopped,
  }));
  const name = nameOf(threadId, kind);
  const now = performance.now();
  const { since, timer } = waiting.get(name) ?? { since: now, timer: undefined };
  clearTimeout(timer);
  const wait = Math.max(0, Math.min(pauseMs, since + longestMs - now));
  waiting.set(name, { threadId, kind, since, timer: setTimeout(() => save(name), wait) });
};

/** Saves now what is still waiting: on blur, on leaving a thread, on closing the window. */
export const leaveDrafts = (): void => {
  for (const name of waiting.keys()) save(name);
};

/** Drafts as the main process has them; what was typed here since is newer and stays. */
export const takeDrafts = (threadId: ThreadId, drafts: readonly Draft[], card: Card): void => {
  const known = get().composing[threadId];
  for (const draft of drafts) takeDraft(draft);
  edit(threadId, (composing) => ({ ...composing, kind: known?.kind ?? likelyKind(card, composing.texts) }));
};

/** A draft that was read, or given back by something taken back: exactly as it was typed, under the id it had. */
export const takeDraft = ({ threadId, kind, text, version, intention }: Draft): void => {
  const name = nameOf(threadId, kind);
  if (waiting.has(name) || unsaved.has(name)) return;
  if (version <= (get().composing[threadId]?.versions[kind] ?? 0)) return;
  // The outbox has it as it would have left: cut, trimmed. Here it is known as it was typed.
  const typed = intention === null ? undefined : sent.get(intention);
  if (intention !== null) sent.delete(intention);
  edit(threadId, (composing) => ({
    ...composing,
    texts: { ...composing.texts, [kind]: typed ?? text },
    intents: { ...composing.intents, [kind]: text === '' ? null : intention },
    versions: { ...composing.versions, [kind]: version },
  }));
  if (typed !== undefined && typed !== text) write(threadId, kind, typed);
};

/** What was sent from here, by its id, as it was typed: it may be taken back. */
const sent = new Map<OutboxId, string>();
const sentKept = 20;

const remember = (intention: OutboxId, text: string): void => {
  sent.set(intention, text);
  const [oldest] = sent.keys();
  if (sent.size > sentKept && oldest !== undefined) sent.delete(oldest);
};

/** Sent: the text is the network's now. */
export const clear = (threadId: ThreadId, kind: DraftKind): void => {
  const name = nameOf(threadId, kind);
  clearTimeout(waiting.get(name)?.timer);
  waiting.delete(name);
  if (unsaved.delete(name) && unsaved.size === 0) unsay(notSaved);
  const { texts, intents } = get().composing[threadId] ?? nothingYet;
  if (intents[kind] !== null) remember(intents[kind], texts[kind]);
  edit(threadId, (composing) => ({
    ...composing,
    texts: { ...composing.texts, [kind]: '' },
    intents: { ...composing.intents, [kind]: null },
    closesAs: kind === 'note' ? composing.closesAs : null,
    stopped: null,
    missed: null,
    asksForAlt: false,
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
  versions: { post: 0, dm: 0, note: 0 },
  isSending: false,
  closesAs: null,
  stopped: null,
  alike: null,
  missed: null,
  asksForAlt: false,
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
  store(name, item, () => notify(notSaved, 'trouble'));
};

const notSaved = 'A draft could not be saved on disk. It is kept here while Earshot is open.';

const store = (name: string, { threadId, kind }: Place, onTrouble?: () => void): void => {
  const { texts, intents } = get().composing[threadId] ?? nothingYet;
  const draft = { threadId, kind, text: texts[kind], intention: intents[kind] };
  call('draft.save', draft).then(
    ({ version }) => {
      unsaved.delete(name);
      if (unsaved.size === 0) unsay(notSaved);
      else storeAgain(0);
      edit(threadId, (composing) => ({
        ...composing,
        versions: { ...composing.versions, [kind]: Math.max(version, composing.versions[kind]) },
      }));
    },
    (error: unknown) => {
      // Sent or given up meanwhile: there is nothing to save.
      if (get().composing[threadId]?.intents[kind] !== draft.intention) return;
      unsaved.set(name, { threadId, kind });
      onTrouble?.();
      if (passes.has(failureOf(error).code)) storeAgain(againMs);
    },
  );
};

const storeAgain = (inMs: number): void => {
  clearTimeout(again);
  again = setTimeout(() => {
    for (const [name, place] of unsaved) store(name, place);
  }, inMs);
};

const nameOf = (threadId: ThreadId, kind: DraftKind): string => `${kind} ${threadId}`;

/** Whoever begins to write has the thread before them as it stands. */
const sawAltered = (threadId: ThreadId): void => {
  const { thread } = get();
  if (thread?.id === threadId && thread.phase === 'ready')
    set({ thread: { ...thread, seenAltered: alteredOf(thread.messages) } });
};
