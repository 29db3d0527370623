import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { besideOf, type Beside } from './read-beside.ts';
import { messagesOf, type After, type MessageRecord } from './read-messages.ts';

/** What stands beside the messages, one line of it: never sent anywhere. */
export type Aside = {
  at: Ms;
  kind: 'note' | 'question' | 'answer' | 'call promised' | 'call';
  by: string;
  text: string;
};
export type Spoken = { message: MessageRecord; aside: null } | { message: null; aside: Aside };

/**
 * Messages and what colleagues wrote between them, in the order in which it was written.
 * @param after a reading that goes on: what stands beside earlier messages was told.
 */
export function* spokenIn(
  db: Db,
  thread: { id: string; customer_id: string },
  { hasNotes, isFirst, after }: { hasNotes: boolean; isFirst: boolean; after?: After | undefined },
): Generator<Spoken> {
  const asides = hasNotes ? asidesOf(besideOf(db, thread, isFirst)) : [];
  let next = after ? asides.findIndex(({ at }) => at >= after.createdAt) : 0;
  if (next < 0) next = asides.length;
  for (const message of messagesOf(db, thread.id, after)) {
    for (; (asides[next]?.at ?? Infinity) < message.createdAt; next += 1) yield besides(asides[next]);
    yield { message, aside: null };
  }
  for (; next < asides.length; next += 1) yield besides(asides[next]);
}

const besides = (aside: Aside | undefined): Spoken => ({ message: null, aside: aside as Aside });

const asidesOf = ({ notes, questions, escalations }: Beside): Aside[] =>
  [
    ...notes.map(({ createdAt, by, text }): Aside => ({ at: createdAt, kind: 'note', by, text })),
    ...questions.flatMap(({ askedAt, askedBy, text, answer, endedAt, expertId }): Aside[] => [
      { at: askedAt, kind: 'question', by: askedBy, text },
      ...(answer === null || endedAt === null
        ? []
        : [{ at: endedAt, kind: 'answer' as const, by: expertId, text: answer }]),
    ]),
    ...escalations.flatMap(({ requestedAt, requestedBy, summary, phone, calls }): Aside[] => [
      { at: requestedAt, kind: 'call promised', by: requestedBy, text: joined(phone.masked, summary) },
      ...calls.map(({ startedAt, by, outcome, note }): Aside => ({
        at: startedAt,
        kind: 'call',
        by,
        text: joined(outcome ?? 'under way', note),
      })),
    ]),
  ].toSorted((a, b) => a.at - b.at);

const joined = (...words: string[]): string => words.filter((word) => word !== '').join(': ');
