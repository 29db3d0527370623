import type { Ms } from '../../../shared/model.ts';
import { dueAfter, dueAfterMs, elapsed, nextOf, type Run } from '../../../shared/sla.ts';
import type { MessageFacts, ThreadRow } from '../threads/rows.ts';
import { entryOf, stopped } from './clocked.ts';
import { nextMoment, type Mark } from './marks.ts';
import type { Book, Entry } from './rows.ts';

const minuteMs = 60_000;

type Columns = Partial<ThreadRow>;

/**
 * The columns of the clock after one message newer than all, from the row alone; `late` gets what this answer was too late
 * for. Undefined where it takes a look at the other messages: `clocked` and `marked` say the same for these, only slower.
 */
export const clockedNewest = (
  row: ThreadRow,
  message: MessageFacts,
  book: Book,
  late: Mark[],
): Columns | undefined => {
  if (row.policy_id === null) return message.role === 'out' ? stopped : {};
  const entry = entryOf(book, row.policy_id);
  if (!entry) return undefined;
  if (message.role === 'out') return answered(row, message.created_at, entry, late);
  return row.waiting_since === null ? again(row, message.created_at, entry) : {};
};

const answered = (row: ThreadRow, at: Ms, entry: Entry, late: Mark[]): Columns | undefined => {
  const { waiting_since } = row;
  if (waiting_since === null) return stopped;
  const used = elapsed(entry.calendar, waiting_since, at);
  const waited_ms = row.waited_ms + used;
  if (at <= row.next_deadline_at) return { ...stopped, waited_ms };
  // Something may be recorded already, or the segment did not begin with the thread.
  if (row.marks > 0 || row.cleared_until !== null) return undefined;
  if (at <= Math.max(row.judged_until, entry.sinceAt)) return { ...stopped, waited_ms };
  const marks: Mark[] = [];
  const tell = (clock: Mark['clock'], started_at: Ms, due_at: Ms): void =>
    void marks.push({
      thread_id: row.id,
      clock,
      started_at,
      policy_id: entry.policy.id,
      due_at,
      warned_at: null,
      breached_at: due_at,
      is_seen: 0,
    });
  const { targets } = entry.policy;
  const clock = waiting_since === row.first_at ? 'first' : 'next';
  const response = targets[clock][row.priority];
  if (response !== null) {
    const due = dueAfter(entry.calendar, waiting_since, response);
    if (at > due) tell(clock, waiting_since, due);
  }
  const resolution = targets.resolution[row.priority];
  if (resolution !== null) {
    const left = resolution * minuteMs - row.waited_ms;
    if (left < 0) return undefined;
    if (used > left) tell('resolution', row.first_at, dueAfterMs(entry.calendar, waiting_since, left));
  }
  late.push(...marks);
  return { ...stopped, waited_ms, marks: marks.length, breaches: marks.length };
};

/** The customer writes again after an answer: the next response begins, and the resolution goes on. */
const again = (row: ThreadRow, from: Ms, { policy, calendar, sinceAt }: Entry): Columns | undefined => {
  if (row.cleared_until !== null || (row.marks > 0 && sinceAt > row.first_at)) return undefined;
  const running = (clock: Run['clock'], startedAt: Ms, targetMinutes: number, usedMs: Ms): Run => ({
    clock,
    startedAt,
    targetMinutes,
    dueAt: dueAfterMs(calendar, from, targetMinutes * minuteMs - usedMs),
    warnAt: dueAfterMs(calendar, from, warnMs(targetMinutes) - usedMs),
    isRunning: true,
    endedAt: null,
    lateAt: null,
    frozen: [],
  });
  const warnMs = (minutes: number): Ms => Math.round((minutes * minuteMs * policy.warnPercent) / 100);
  const runs: Run[] = [];
  const response = policy.targets.next[row.priority];
  if (response !== null) runs.push(running('next', from, response, 0));
  const resolution = policy.targets.resolution[row.priority];
  if (resolution !== null) {
    if (row.waited_ms >= warnMs(resolution)) return undefined;
    runs.push(running('resolution', row.first_at, resolution, row.waited_ms));
  }
  const next = nextOf(runs);
  if (!next) return stopped;
  return {
    clock: next.clock,
    clock_from: next.startedAt,
    next_deadline_at: next.dueAt,
    warn_at: nextMoment(runs, []),
  };
};
