import type { Ms } from '../../../shared/model.ts';
import type { Run } from '../../../shared/sla.ts';
import type { Tx } from '../../db/db.ts';
import type { MessageFacts, ThreadRow } from '../threads/rows.ts';
import { entryOf, runsOf, segmentOf, type Around } from './clocked.ts';
import { dropMark, markOf, marksOf, nextMoment, putMark, type Mark } from './marks.ts';

/**
 * Records breaches that show only now, because the answer that came was too late and nobody was looking when the deadline
 * passed. Such a mark follows from the messages: where one that arrives late shows that there was an answer in time, it
 * goes again. What passed while the desk looked stands, as do closed segments.
 */
export const marked = (
  tx: Tx,
  before: ThreadRow,
  after: ThreadRow,
  messages: readonly MessageFacts[],
  around: Around,
): ThreadRow => {
  const isClosing = before.is_open === 1 && after.is_open === 0;
  const isOver = after.is_open === 0 && !isClosing;
  const isAnswered = isClosing || around.calls.length > 0 || messages.some(({ role }) => role === 'out');
  if (isOver || (after.marks === 0 && !isAnswered)) return after;
  const entry = entryOf(around.book, after.policy_id);
  // What was dealt with in this very step is the end of the segment that ran until now.
  const isCleared = (after.cleared_until ?? 0) > (before.cleared_until ?? 0);
  const clearedUntil = isClosing || isCleared ? before.cleared_until : after.cleared_until;
  const closedAt = isClosing ? after.closed_at : null;
  const segment = segmentOf(messages, around.calls, clearedUntil, closedAt);
  const runs = entry ? runsOf(entry, after, segment) : [];
  const judgedUntil = Math.max(after.judged_until, entry?.sinceAt ?? 0);
  const late = runs.filter(({ lateAt }) => lateAt !== null && lateAt > judgedUntil);
  if (after.marks === 0 && late.length === 0) return after;
  const kept = keep(tx, marksOf(tx, after.id), runs, { clearedUntil, judgedUntil });
  const added = late.flatMap((run) => judge(tx, after, kept, run));
  const marks = [...kept.filter((mark) => !added.some((one) => isSame(one, mark))), ...added];
  return { ...after, ...counted(marks), ...(after.clock !== null && { warn_at: nextMoment(runs, marks) }) };
};

export const counted = (marks: readonly Mark[]): Pick<ThreadRow, 'marks' | 'breaches'> => ({
  marks: marks.length,
  breaches: marks.filter(({ breached_at }) => breached_at !== null).length,
});

type Limits = { clearedUntil: Ms | null; judgedUntil: Ms };

/** Without those that followed from the messages and no longer do. */
const keep = (
  tx: Tx,
  marks: readonly Mark[],
  runs: readonly Run[],
  { clearedUntil, judgedUntil }: Limits,
): Mark[] =>
  marks.filter((mark) => {
    if (mark.is_seen === 1 || mark.started_at <= (clearedUntil ?? -Infinity)) return true;
    const run = runs.find((one) => one.clock === mark.clock && one.startedAt === mark.started_at);
    // By the deadline it had: other targets since then are no excuse and no blame.
    const isOfBefore = mark.due_at <= judgedUntil;
    const stands = run?.clock === 'resolution' || (run?.endedAt ?? 0) > mark.due_at;
    const isKept = run !== undefined && (isOfBefore ? stands : run.lateAt !== null);
    if (!isKept) dropMark(tx, mark);
    return isKept;
  });

const judge = (tx: Tx, { id, policy_id }: ThreadRow, marks: readonly Mark[], run: Run): Mark[] => {
  const known = markOf(marks, run);
  if (policy_id === null || (known?.is_seen === 1 && known.breached_at !== null)) return [];
  const mark: Mark = {
    thread_id: id,
    clock: run.clock,
    started_at: run.startedAt,
    warned_at: known?.warned_at ?? null,
    is_seen: known?.is_seen ?? 0,
    policy_id,
    due_at: run.dueAt,
    breached_at: run.dueAt,
  };
  if (known && known.due_at === mark.due_at && known.breached_at !== null && known.policy_id === policy_id) {
    return [known];
  }
  putMark(tx, mark);
  return [mark];
};

const isSame = (a: Mark, b: Mark): boolean => a.clock === b.clock && a.started_at === b.started_at;
