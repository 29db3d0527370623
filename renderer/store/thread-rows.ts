import type { Events } from '../../shared/api.ts';
import type { Failure } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Message, OutboxItem } from '../../shared/model.ts';
import type { OpenThread } from './state.ts';

const gone: Failure = {
  code: 'gone',
  message:
    'It was joined to another thread, which has your draft as well; or it was erased, with all that was written about it.',
};

type Rows = Events['rows.changed'];

/** What changed of the thread in the pane; the same object when nothing did. */
export const withRows = (thread: OpenThread | null, rows: Rows): OpenThread | null => {
  if (thread === null) return null;
  if (rows.gone.includes(thread.id)) return { ...thread, phase: 'failed', problem: gone };
  if (thread.phase !== 'ready') return thread;
  const here = <R extends { threadId: ThreadId | null }>(all: readonly R[]): R[] =>
    all.filter(({ threadId }) => threadId === thread.id);
  const messages = here(rows.messages);
  const outbox = here(rows.outbox);
  const notes = rows.notes.filter(
    ({ threadId, customerId }) =>
      threadId === thread.id || (threadId === null && customerId === thread.customer?.id),
  );
  const escalations = here(rows.escalations);
  const questions = here(rows.questions);
  const answeredBy = answersOfOthers(thread, rows.messages);
  // Merged, split or folded: what is another thread's by now is no longer shown here.
  const moved = new Set(rows.messages.filter(({ threadId }) => threadId !== thread.id).map(({ id }) => id));
  const isLeft = thread.messages.some(({ id }) => moved.has(id));
  if (
    !isLeft &&
    [answeredBy, messages, outbox, notes, escalations, questions].every(({ length }) => length === 0)
  )
    return thread;
  return {
    ...thread,
    messages: mergeMessages(without(thread.messages, moved), messages),
    answeredBy: merge(thread.answeredBy, answeredBy, ({ createdAt }) => createdAt),
    outbox: mergeOutbox(thread.outbox, outbox),
    notes: merge(thread.notes, notes, ({ createdAt }) => createdAt).filter(({ isRemoved }) => !isRemoved),
    escalations: merge(thread.escalations, escalations, ({ requestedAt }) => requestedAt),
    questions: merge(thread.questions, questions, ({ askedAt }) => askedAt),
  };
};

const without = (known: readonly Message[], gone: ReadonlySet<string>): readonly Message[] =>
  gone.size === 0 ? known : known.filter(({ id }) => !gone.has(id));

/** Posts of third persons that answer one of the customer's here. */
const answersOfOthers = ({ messages, customer }: OpenThread, changed: readonly Message[]): Message[] => {
  const asked = new Set(messages.filter(({ direction }) => direction === 'in').map(({ id }) => id));
  return changed.filter(
    ({ direction, inReplyTo, authorId }) =>
      direction === 'in' &&
      inReplyTo !== null &&
      asked.has(inReplyTo) &&
      customer?.identities.every(({ id }) => id !== authorId) === true,
  );
};

/** A known row is replaced by a newer image of it; ordered by time, then by id. */
const merge = <R extends { id: string; revision: number }>(
  known: readonly R[],
  changed: readonly R[],
  at: (row: R) => number,
): R[] => {
  const all = new Map(known.map((row) => [row.id, row]));
  for (const row of changed) {
    const old = all.get(row.id);
    if (!old || old.revision <= row.revision) all.set(row.id, row);
  }
  return [...all.values()].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
};

/** Oldest first; a known message is replaced where it stands. */
export const mergeMessages = (known: readonly Message[], changed: readonly Message[]): readonly Message[] =>
  changed.length === 0 ? known : merge(known, changed, ({ createdAt }) => createdAt);

export const mergeOutbox = (
  known: readonly OutboxItem[],
  changed: readonly OutboxItem[],
): readonly OutboxItem[] =>
  changed.length === 0 ? known : merge(known, changed, ({ queuedAt }) => queuedAt);

/** The message that arrived last, which need not be the last written. */
export const headOf = (messages: readonly Message[]): Message | undefined => {
  let head = messages[0];
  for (const message of messages) if (head && message.arrival > head.arrival) head = message;
  return head;
};

/** When the newest edit or deletion on screen was learned of; 0: there is none. */
export const alteredOf = (messages: readonly Message[]): number =>
  messages.reduce((newest, { alteredAt }) => Math.max(newest, alteredAt ?? 0), 0);

/** What still has something to say: neither taken back, nor already among the messages. */
export const openItems = ({ outbox, messages }: Pick<OpenThread, 'outbox' | 'messages'>): OutboxItem[] =>
  outbox.filter(({ state }) => {
    if (state.at === 'sent') return !messages.some((message) => isSame(message, state.remoteId));
    return state.at !== 'cancelled';
  });

const isSame = (message: Message, remoteId: string): boolean =>
  message.direction === 'out' && message.id.endsWith(`/${remoteId}`);
