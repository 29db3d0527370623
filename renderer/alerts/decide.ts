import type { ChangedRows } from '../../shared/api.ts';
import type { AgentId, NoteId, QuestionId, ThreadId } from '../../shared/ids.ts';
import { isLive, isOpen, type Card, type Escalation, type Ms } from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import { until } from '../ui/time.ts';

/** Something that is about this person's own work. */
export type Alert = { tag: string; title: string; body: string; threadId: ThreadId | null };

/** What is known of a thread of mine: enough to see what changed. */
export type Mine = { inbound: number; isUnread: boolean; handle: string; warnAt: Ms | null; deadlineAt: Ms };

/** What was seen so far; changed in place. */
export type Memory = {
  mine: Map<ThreadId, Mine>;
  /** Notes and questions already looked at, in the state they were in. */
  seen: Set<string>;
  /** Threads whose coming breach was told. */
  warned: Set<string>;
};

export const newMemory = (): Memory => ({ mine: new Map(), seen: new Set(), warned: new Set() });

type Around = {
  me: AgentId;
  now: Ms;
  /** This window's own doing, or what is open before the person's eyes: nothing to tell. */
  isKnown: (id: ThreadId) => boolean;
  handleOf: (id: ThreadId) => string;
  isTextShown: boolean;
};

/** What is to be said about these changes, and what need not be said any more. */
export const decide = (
  memory: Memory,
  rows: ChangedRows,
  around: Around,
): { say: Alert[]; cancel: string[] } => {
  const say: Alert[] = [];
  const cancel: string[] = [];
  for (const card of rows.cards) {
    const before = memory.mine.get(card.id);
    if (card.assigneeId !== around.me || !isOpen(card.status)) {
      if (before) cancel.push(...tagsOf(card.id));
      memory.mine.delete(card.id);
      continue;
    }
    memory.mine.set(card.id, mineOf(card));
    const text = around.isTextShown ? `@${card.handle}: ${card.preview}` : `@${card.handle}`;
    if (!before) {
      if (!around.isKnown(card.id))
        say.push({
          tag: `given/${card.id}`,
          title: 'A thread was given to you',
          body: text,
          threadId: card.id,
        });
    } else if (card.inbound > before.inbound && card.isUnread && !around.isKnown(card.id)) {
      say.push({
        tag: `wrote/${card.id}`,
        title: 'A customer of yours wrote',
        body: text,
        threadId: card.id,
      });
    } else if (before.isUnread && !card.isUnread) {
      cancel.push(`wrote/${card.id}`, `given/${card.id}`);
    }
  }
  for (const id of rows.gone) if (memory.mine.delete(id)) cancel.push(...tagsOf(id));
  for (const note of rows.notes) {
    if (note.isRemoved || note.by === around.me || !note.mentions.includes(around.me)) continue;
    if (!isFirst(memory, `mention/${note.id satisfies NoteId}`)) continue;
    const body = note.threadId === null ? 'About a customer' : around.handleOf(note.threadId);
    say.push({ tag: `mention/${note.id}`, title: 'A note mentions you', body, threadId: note.threadId });
  }
  for (const { id, state, expertId, askedBy, threadId } of rows.questions) {
    const body = around.handleOf(threadId);
    const tag = `asked/${id satisfies QuestionId}`;
    if (state === 'open' && expertId === around.me && isFirst(memory, tag))
      say.push({ tag, title: 'A colleague asks you', body, threadId });
    if (state !== 'open' && expertId === around.me) cancel.push(tag);
    const answered = `answer/${id}`;
    if (state === 'answered' && askedBy === around.me && expertId !== around.me && isFirst(memory, answered))
      say.push({ tag: answered, title: 'Your question was answered', body, threadId });
  }
  for (const call of rows.escalations) {
    const tag = `call/${call.id} ${call.dueAt}`;
    if (!isLive(call.state)) cancel.push(tag);
    else if (call.remindedAt !== null && isMyCall(call, around.me) && isFirst(memory, tag))
      say.push({
        tag,
        title: 'A call is due',
        body: around.handleOf(call.threadId),
        threadId: call.threadId,
      });
  }
  return { say, cancel };
};

/** Made mine, or asked for by me while nobody has it. */
const isMyCall = ({ assigneeId, requestedBy }: Escalation, me: AgentId): boolean =>
  (assigneeId ?? requestedBy) === me;

/** Threads of mine whose clock has come into its warning: each is told once for a deadline. */
export const dueSoon = (memory: Memory, now: Ms): Alert[] => {
  const all: Alert[] = [];
  for (const [threadId, { warnAt, deadlineAt, handle }] of memory.mine) {
    const once = `${threadId} ${deadlineAt}`;
    if (warnAt === null || now < warnAt || now >= deadlineAt || memory.warned.has(once)) continue;
    memory.warned.add(once);
    all.push({
      tag: `due/${threadId}`,
      title: `Due in ${until(deadlineAt, now)}`,
      body: `@${handle}`,
      threadId,
    });
  }
  return all;
};

/** What was mine when the window opened is no news. */
export const remember = (memory: Memory, cards: readonly Card[]): void => {
  for (const card of cards) memory.mine.set(card.id, mineOf(card));
};

/** Whether nothing is to be raised now; past midnight too. */
export const isQuiet = ({ quietFrom, quietUntil }: Settings['notify'], minute: number): boolean => {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false;
  return quietFrom < quietUntil
    ? minute >= quietFrom && minute < quietUntil
    : minute >= quietFrom || minute < quietUntil;
};

const mineOf = ({ inbound, isUnread, handle, clock, deadlineAt }: Card): Mine => ({
  inbound,
  isUnread,
  handle,
  warnAt: clock?.warnAt ?? null,
  deadlineAt,
});

const tagsOf = (id: ThreadId): string[] => [`given/${id}`, `wrote/${id}`, `due/${id}`];

const isFirst = ({ seen }: Memory, key: string): boolean => {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
};
