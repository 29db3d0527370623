import type { Facts } from '../../../shared/fits.ts';
import { never, type Ms } from '../../../shared/model.ts';
import { clocksOf, nextOf, waitedMs, waitsOf, type Run, type Segment } from '../../../shared/sla.ts';
import type { MessageFacts, ThreadRow } from '../threads/rows.ts';
import { answersIn, isFirstGone, isTakenBack } from '../threads/taken-back.ts';
import { nextMoment } from './marks.ts';
import type { Book, Entry } from './rows.ts';

/** What clocks follow from, beside a thread's row and its messages. */
export type Around = {
  book: Book;
  /** What rules may ask of the thread. */
  facts(row: ThreadRow): Facts;
  /** When completed calls ended. */
  calls: readonly Ms[];
};

export const stopped = { clock: null, clock_from: null, next_deadline_at: never, warn_at: never } as const;

/** The columns of the clock, from the messages alone: what is recorded already is not looked at here. */
export const clocked = (row: ThreadRow, messages: readonly MessageFacts[], around: Around): ThreadRow => {
  if (row.is_open === 0) return { ...row, ...stopped, waited_ms: 0 };
  const entry = entryFor(row, messages, around);
  const policy_id = entry?.policy.id ?? null;
  if (!entry) return { ...row, ...stopped, policy_id, waited_ms: 0 };
  const segment = segmentOf(messages, around.calls, row.cleared_until, null);
  const waited_ms = waitedMs(entry.calendar, waitsOf(segment));
  if (row.waiting_since === null) return { ...row, ...stopped, policy_id, waited_ms };
  const runs = runsOf(entry, row, segment);
  const next = nextOf(runs);
  if (!next) return { ...row, ...stopped, policy_id, waited_ms };
  return {
    ...row,
    policy_id,
    waited_ms,
    clock: next.clock,
    clock_from: next.startedAt,
    next_deadline_at: next.dueAt,
    warn_at: nextMoment(runs, []),
  };
};

/** What a policy asks of the first message can't be asked once that is gone: the policy it had stands. */
const entryFor = (row: ThreadRow, messages: readonly MessageFacts[], around: Around): Entry | undefined => {
  const { book } = around;
  const kept = row.gone > 0 && isFirstGone(messages, row.cleared_until) && entryOf(book, row.policy_id);
  return kept || book.entries[book.find(around.facts(row))];
};

export const entryOf = ({ entries }: Book, policyId: string | null): Entry | undefined =>
  entries.find(({ policy }) => policy.id === policyId);

export const runsOf = ({ policy, calendar }: Entry, { priority }: ThreadRow, segment: Segment): Run[] =>
  clocksOf(policy, calendar, priority, segment);

/** From the first message after what was dealt with by closing. */
export const segmentOf = (
  messages: readonly MessageFacts[],
  calls: readonly Ms[],
  clearedUntil: Ms | null,
  closedAt: Ms | null,
): Segment => {
  const after = clearedUntil ?? -Infinity;
  const answers = answersIn(messages, calls).filter(({ until }) => until > after);
  const inbound = messages.flatMap((message) =>
    message.role === 'in' && message.created_at > after && !isTakenBack(message, answers)
      ? [message.created_at]
      : [],
  );
  return { inbound, answers, closedAt };
};
