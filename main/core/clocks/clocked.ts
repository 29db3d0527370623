import type { Facts } from '../../../shared/fits.ts';
import { never, type Ms } from '../../../shared/model.ts';
import { clocksOf, nextOf, type Answer, type Run, type Segment } from '../../../shared/sla.ts';
import type { MessageFacts, ThreadRow } from '../threads/rows.ts';
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

const stopped = { clock: null, clock_from: null, next_deadline_at: never, warn_at: never } as const;

/** The columns of the clock, from the messages alone: what is recorded already is not looked at here. */
export const clocked = (row: ThreadRow, messages: readonly MessageFacts[], around: Around): ThreadRow => {
  if (row.is_open === 0) return { ...row, ...stopped };
  const entry = around.book.entries[around.book.find(around.facts(row))];
  const policy_id = entry?.policy.id ?? null;
  if (!entry || row.waiting_since === null) return { ...row, ...stopped, policy_id };
  const runs = runsOf(entry, row, segmentOf(messages, around.calls, row.cleared_until, null));
  const next = nextOf(runs);
  if (!next) return { ...row, ...stopped, policy_id };
  return {
    ...row,
    policy_id,
    clock: next.clock,
    clock_from: next.startedAt,
    next_deadline_at: next.dueAt,
    warn_at: nextMoment(runs, []),
  };
};

/**
 * The same for one message newer than all, from the row alone; undefined where it takes a look at the others: when the
 * answer comes after the deadline, or the customer writes again after one.
 */
export const clockedNewest = (row: ThreadRow, message: MessageFacts): Partial<ThreadRow> | undefined => {
  if (message.role === 'out') return message.created_at > row.next_deadline_at ? undefined : stopped;
  return row.waiting_since === null && row.policy_id !== null ? undefined : {};
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
  const inbound: Ms[] = [];
  const answers: Answer[] = calls.filter((at) => at > after).map((at) => ({ at, until: at }));
  for (const { role, created_at, answers_until, is_automatic } of messages) {
    if (role === 'in' && created_at > after) inbound.push(created_at);
    if (role === 'out' && is_automatic === 0) {
      const until = answers_until ?? created_at;
      if (until > after) answers.push({ at: created_at, until });
    }
  }
  return { inbound, answers, closedAt };
};
