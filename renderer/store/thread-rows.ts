import type { Events } from '../../shared/api.ts';
import type { Failure } from '../../shared/errors.ts';
import type { Message, OutboxItem } from '../../shared/model.ts';
import type { OpenThread } from './state.ts';

const gone: Failure = { code: 'gone', message: 'It was joined to another thread, or erased.' };

type Rows = Events['rows.changed'];

/** What changed of the thread in the pane; the same object when nothing did. */
export const withRows = (thread: OpenThread | null, rows: Rows): OpenThread | null => {
  if (thread === null) return null;
  if (rows.gone.includes(thread.id)) return { ...thread, phase: 'failed', problem: gone };
  if (thread.phase !== 'ready') return thread;
  const messages = rows.messages.filter(({ threadId }) => threadId === thread.id);
  const outbox = rows.outbox.filter(({ threadId }) => threadId === thread.id);
  if (messages.length === 0 && outbox.length === 0) return thread;
  return {
    ...thread,
    messages: mergeMessages(thread.messages, messages),
    outbox: mergeOutbox(thread.outbox, outbox),
  };
};

/** Oldest first; a known message is replaced where it stands. */
export const mergeMessages = (known: readonly Message[], changed: readonly Message[]): readonly Message[] => {
  if (changed.length === 0) return known;
  const all = new Map(known.map((message) => [message.id, message]));
  for (const message of changed) {
    const old = all.get(message.id);
    if (!old || old.revision <= message.revision) all.set(message.id, message);
  }
  return [...all.values()].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
};

export const mergeOutbox = (
  known: readonly OutboxItem[],
  changed: readonly OutboxItem[],
): readonly OutboxItem[] => {
  if (changed.length === 0) return known;
  const all = new Map(known.map((item) => [item.id, item]));
  for (const item of changed) {
    const old = all.get(item.id);
    if (!old || old.revision <= item.revision) all.set(item.id, item);
  }
  return [...all.values()].sort((a, b) => a.queuedAt - b.queuedAt);
};

/** The message that arrived last, which need not be the last written. */
export const headOf = (messages: readonly Message[]): Message | undefined => {
  let head = messages[0];
  for (const message of messages) if (head && message.arrival > head.arrival) head = message;
  return head;
};

/** What still has something to say: neither taken back, nor already among the messages. */
export const openItems = ({ outbox, messages }: Pick<OpenThread, 'outbox' | 'messages'>): OutboxItem[] =>
  outbox.filter(({ state }) => {
    if (state.at === 'sent') return !messages.some((message) => isSame(message, state.remoteId));
    return state.at !== 'cancelled';
  });

const isSame = (message: Message, remoteId: string): boolean =>
  message.direction === 'out' && message.id.endsWith(`/${remoteId}`);
