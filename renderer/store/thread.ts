import { failureOf } from '../../shared/errors.ts';
import type { MessageId, ThreadId } from '../../shared/ids.ts';
import type { Card } from '../../shared/model.ts';
import { call } from '../call.ts';
import { takeCards } from './apply.ts';
import { get, set } from './desk.ts';
import { leaveDrafts, takeDrafts } from './drafts.ts';
import { flush } from './events.ts';
import type { OpenThread } from './state.ts';
import { alteredOf, headOf, mergeMessages } from './thread-rows.ts';

export const openThread = async (id: ThreadId): Promise<void> => {
  if (get().thread?.id === id) return;
  leaveDrafts();
  set(({ sought }) => ({
    thread: loading(id),
    noteAbout: null,
    sought: sought?.threadId === id ? sought : null,
  }));
  await readThread(id);
};

export const closeThread = (): void => {
  leaveDrafts();
  set({ thread: null, isReadingWide: false, sought: null });
};

/** Reads the open thread (again): at opening, after an error, and when it moved on under the agent. */
export const readThread = async (id: ThreadId): Promise<void> => {
  try {
    const { card, drafts, ...view } = await call('thread.open', { threadId: id });
    flush();
    takeCards(get().cards, { cards: [card], gone: [] });
    takeDrafts(id, drafts, card);
    change(id, (thread) => ({
      ...thread,
      ...view,
      phase: 'ready',
      problem: null,
      seenHead: thread.seenHead ?? headOf(view.messages)?.id ?? null,
      // Read again, it may have changed under what was written meanwhile; only the first reading is seen as a whole.
      seenAltered: thread.phase === 'ready' ? thread.seenAltered : alteredOf(view.messages),
    }));
    if (card.isUnread || isGivenToMe(card)) void call('thread.read', { threadId: id }).catch(() => undefined);
  } catch (error) {
    change(id, (thread) => ({ ...thread, phase: 'failed', problem: failureOf(error) }));
  }
};

export const readEarlier = async (): Promise<void> => {
  const { thread } = get();
  const first = thread?.messages[0];
  if (!thread || !first || !thread.hasEarlier || thread.isReadingEarlier) return;
  change(thread.id, (current) => ({ ...current, isReadingEarlier: true }));
  const page = await call('thread.earlier', { threadId: thread.id, before: first.id }).catch(() => null);
  flush();
  change(thread.id, (current) => ({
    ...current,
    isReadingEarlier: false,
    messages: page ? mergeMessages(current.messages, page.messages) : current.messages,
    hasEarlier: page ? page.hasEarlier : current.hasEarlier,
  }));
};

/** The agent has had the newest message before their eyes long enough to have read it. */
export const sawHead = (id: ThreadId, head: MessageId): void => {
  const { thread } = get();
  const isNews = thread?.id === id && thread.seenHead !== head;
  if (isNews) change(id, (open) => ({ ...open, seenHead: head }));
  // Also where a colleague has read it before: who saw a direct message is written down for each of them.
  if (isNews || get().cards.get(id)?.isUnread === true)
    void call('thread.read', { threadId: id }).catch(() => undefined);
};

/** Looking at it stops it from going back to its queue. */
const isGivenToMe = ({ returnAt, assigneeId }: Card): boolean =>
  returnAt !== null && assigneeId === get().me.id;

export const change = (id: ThreadId, edit: (thread: OpenThread) => OpenThread): void => {
  const { thread } = get();
  if (thread?.id === id) set({ thread: edit(thread) });
};

const loading = (id: ThreadId): OpenThread => ({
  id,
  phase: 'loading',
  problem: null,
  customer: null,
  context: [],
  messages: [],
  hasEarlier: false,
  isReadingEarlier: false,
  outbox: [],
  previous: [],
  answeredBy: [],
  notes: [],
  escalations: [],
  questions: [],
  uploads: [],
  seenHead: null,
  seenAltered: 0,
  newSince: null,
});
