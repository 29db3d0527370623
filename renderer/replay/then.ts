import { never, type Card, type ClockState, type Message, type Policy } from '../../shared/model.ts';
import type { Then } from '../../shared/replay/player.ts';
import type { Item, Rows, Said, Story } from '../../shared/replay/story.ts';
import { AnswerEntry, QuestionEntry } from '../experts/question-entry.tsx';
import { NoteEntry } from '../notes/note-entry.tsx';
import { CallEntry } from '../phone/call-entry.tsx';
import type { LogEntry } from '../thread/log-entry.ts';

/** A card as it was: what is known of an instant, laid over what is known for good. */
export const cardAt = (
  card: Card,
  { thread, messages, notes }: Then,
  said: ReadonlyMap<string, Said>,
  around: { policies: readonly Policy[]; initialsOf: (id: string) => string | null },
): Card => {
  const assigneeId = thread.assigneeId ?? null;
  return {
    ...card,
    status: thread.status ?? card.status,
    reason: thread.reason ?? null,
    assigneeId,
    assigneeInitials: assigneeId === null ? null : around.initialsOf(assigneeId),
    queueId: thread.queueId ?? null,
    priority: thread.priority ?? card.priority,
    tags: thread.tags ?? [],
    snoozedUntil: thread.snoozedUntil ?? null,
    expertId: thread.expertId ?? null,
    waitingSince: thread.waitingSince ?? null,
    deadlineAt: thread.dueAt ?? never,
    clock: clockAt(thread, around.policies),
    breaches: thread.breaches ?? 0,
    notes: [...notes.values()].filter((is) => is === 'here').length,
    hasDirect: [...messages.keys()].some((id) => said.get(id)?.message.kind === 'dm'),
  };
};

const clockAt = (
  { clock, clockFrom, dueAt, policyId }: Then['thread'],
  policies: readonly Policy[],
): ClockState | null => {
  if (clock == null || clockFrom == null || dueAt == null || policyId == null) return null;
  // As the policy has it now: when it warned then is told by the warning itself.
  const percent = policies.find(({ id }) => id === policyId)?.warnPercent ?? 100;
  const warnAt = clockFrom + ((dueAt - clockFrom) * percent) / 100;
  return { clock, startedAt: clockFrom, dueAt, warnAt, policyId };
};

export type Line =
  | { at: number; key: string; message: Message; arrivedAt: number }
  | { at: number; key: string; entry: LogEntry }
  | { at: number; key: string; item: Item; state: Rows['items'] };

/** What the log showed at an instant, oldest first: the newest so many, and whether there was more before. */
export const linesAt = (
  now: Then,
  story: Story,
  said: ReadonlyMap<string, Said>,
  most: number,
): { lines: Line[]; hasEarlier: boolean } => {
  const messages: Line[] = [];
  for (const [id, version] of now.messages) {
    const message = messageAt(said.get(id), version);
    if (message) {
      messages.push({ at: message.createdAt, key: id, message, arrivedAt: message.receivedAt });
    }
  }
  const all = [...messages, ...others(now, story), ...items(now, story)].sort((a, b) => a.at - b.at);
  return { lines: all.slice(-most), hasEarlier: all.length > most };
};

const versions = new WeakMap<Said, Map<number, Message>>();

/** As it read then. The same object for the same version, so that nothing is painted twice. */
const messageAt = (said: Said | undefined, version: number): Message | undefined => {
  if (!said) return undefined;
  let known = versions.get(said);
  if (!known) versions.set(said, (known = new Map<number, Message>()));
  let message = known.get(version);
  if (!message) {
    const isLast = version >= said.versions.length - 1;
    message = {
      ...said.message,
      text: said.versions[version] ?? said.message.text,
      isEdited: isLast ? said.message.isEdited : version > 0,
      alteredAt: isLast && said.versions.length > 1 ? said.message.alteredAt : null,
      // How often it had been reposted by then, nobody wrote down.
      reposts: 0,
    };
    known.set(version, message);
  }
  return message;
};

const others = (now: Then, story: Story): Line[] => [
  ...story.notes.flatMap((note) =>
    now.notes.get(note.id) === 'here' ? [entry(note.createdAt, NoteEntry, note)] : [],
  ),
  ...story.questions.flatMap((row) => {
    const state = now.questions.get(row.id);
    if (state === undefined) return [];
    const isAnswered = state === 'answered' && row.answer !== null;
    const then = {
      ...row,
      state,
      answer: isAnswered ? row.answer : null,
      endedAt: state === 'open' ? null : row.endedAt,
    };
    const asked = entry(row.askedAt, QuestionEntry, then);
    if (!isAnswered) return [asked];
    const answer = { id: `${row.id}/answer`, question: then as typeof then & { answer: string } };
    return [asked, entry(row.endedAt ?? row.askedAt, AnswerEntry, answer)];
  }),
  ...story.promises.flatMap((row) => {
    const then = now.promises.get(row.id);
    if (!then) return [];
    const attempts = row.attempts.flatMap((attempt) => {
      const call = now.calls.get(attempt.id);
      // What was noted of a call is written while it lasts; it is shown once it was over.
      return call ? [{ ...attempt, ...call, note: call.endedAt === null ? '' : attempt.note }] : [];
    });
    return [entry(row.requestedAt, CallEntry, { ...row, ...then, attempts })];
  }),
];

const entry = <R extends { id: string }>(
  at: number,
  View: (props: { row: R }) => React.ReactNode,
  row: R,
): Line => ({ at, key: row.id, entry: { id: row.id, at, View: View as LogEntry['View'], row } });

/** What was on its way; what arrived is a message by then. */
const items = (now: Then, story: Story): Line[] =>
  story.items.flatMap((item) => {
    const state = now.items.get(item.id);
    if (state === undefined || state === 'sent' || state === 'cancelled') return [];
    return [{ at: Infinity, key: item.id, item, state }];
  });
