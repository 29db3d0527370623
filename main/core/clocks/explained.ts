import type { Explanation } from '../../../shared/api/clocks.ts';
import { explain, explainStay, type Run } from '../../../shared/sla.ts';
import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { callsOf, factsOf, getThread, type ThreadRow } from '../threads/rows.ts';
import { entryOf, runsOf, segmentOf } from './clocked.ts';
import { marksOf } from './marks.ts';
import { bookOf, type Entry } from './rows.ts';
import { stayedOf } from './stayed.ts';

/** Why the pill of a thread says what it says. Throws `not-found`. */
export const explained = (
  { db, now }: Pick<Desk, 'db' | 'now'>,
  threadId: string,
  zone: string,
): Explanation => {
  const row = getThread(db, threadId);
  const entry = entryOf(bookOf(db), row.policy_id);
  const stay = stayedOf(db, row, now());
  const runs = entry && row.is_open === 1 ? shownOf(db, row, entry) : [];
  return {
    policy: entry ? { id: entry.policy.id, name: entry.policy.name } : null,
    calendar: entry?.calendar ? { name: entry.calendar.name, zone: entry.calendar.zone } : null,
    still: runs.some(({ isRunning }) => isRunning) ? null : stillBecause(row, entry),
    clocks: runs.map((run) => ({
      clock: run.clock,
      targetMinutes: run.targetMinutes,
      isRunning: run.isRunning,
      startedAt: run.startedAt,
      dueAt: run.dueAt,
      pieces: explain(run, entry?.calendar ?? null, zone),
    })),
    breaches: marksOf(db, threadId)
      .filter(({ breached_at }) => breached_at !== null)
      .map(({ clock, started_at, due_at }) => ({ clock, startedAt: started_at, dueAt: due_at })),
    stay: stay && { state: stay.state, pieces: explainStay(stay, zone) },
  };
};

/** Those that run, the most pressing first, and a resolution that stands still. */
const shownOf = (db: Reader, row: ThreadRow, entry: Entry): Run[] =>
  runsOf(entry, row, segmentOf(factsOf(db, row.id), callsOf(db, row.id), row.cleared_until, null))
    .filter((run) => run.isRunning || (run.clock === 'resolution' && run.endedAt === null))
    .toSorted((a, b) => a.dueAt - b.dueAt);

const stillBecause = (row: ThreadRow, entry: Entry | undefined): string => {
  if (row.is_open === 0) return 'This thread is closed: no clock runs.';
  if (!entry) return 'No policy fits this thread: no clock runs.';
  if (row.waiting_since === null)
    return 'Everything is answered: the clocks stand still until the customer writes.';
  return `“${entry.policy.name}” sets no target for this priority.`;
};
