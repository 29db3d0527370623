import { never, type ClockKind, type Ms } from '../../../shared/model.ts';
import type { Run } from '../../../shared/sla.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { add, drop, put } from '../../db/put.ts';

/** The only file that writes `clock_marks`: what was warned of and what was breached. */
export type MarkRow = {
  thread_id: string;
  clock: ClockKind;
  started_at: Ms;
  policy_id: string;
  /** As it was when the mark was made: other targets later change nothing about it. */
  due_at: Ms;
  warned_at: Ms | null;
  breached_at: Ms | null;
  is_seen: 0 | 1;
  revision: number;
};
export type Mark = Omit<MarkRow, 'revision'>;

export const marksOf = (db: Reader, threadId: string): Mark[] =>
  db.all<MarkRow>('SELECT * FROM clock_marks WHERE thread_id = ? ORDER BY started_at, clock', threadId);

export const putMark = (tx: Tx, mark: Mark): void => put(tx, 'clock_marks', mark);

/** Of breaches that nothing was recorded of yet. */
export const addMarks = (tx: Tx, marks: readonly Mark[]): void => add(tx, 'clock_marks', marks);

export const dropMark = (tx: Tx, { thread_id, clock, started_at }: Mark): void =>
  drop(tx, 'clock_marks', thread_id, clock, started_at);

/** Folding: what was seen is kept with the thread that is kept; the rest follows anew from its messages. Returns how many. */
export const moveMarks = (tx: Tx, from: string, into: string): number => {
  const known = new Set(marksOf(tx, into).map(keyOf));
  let moved = 0;
  for (const mark of marksOf(tx, from)) {
    dropMark(tx, mark);
    if (mark.is_seen === 0 || known.has(keyOf(mark))) continue;
    putMark(tx, { ...mark, thread_id: into });
    moved += 1;
  }
  return moved;
};

/** Undo of folding: each mark where it was. */
export const moveMarksBack = (
  tx: Tx,
  marks: readonly Mark[],
  { from, into }: { from: string; into: string },
): void => {
  const moved = new Map(marksOf(tx, into).map((mark) => [keyOf(mark), mark]));
  for (const mark of marks) {
    const there = moved.get(keyOf(mark));
    if (there && there.is_seen === 1 && there.policy_id === mark.policy_id) dropMark(tx, there);
    putMark(tx, { ...mark, thread_id: from });
  }
};

const keyOf = ({ clock, started_at }: Mark): string => `${clock} ${started_at}`;

export const markOf = (marks: readonly Mark[], { clock, startedAt }: Run): Mark | undefined =>
  marks.find((mark) => mark.clock === clock && mark.started_at === startedAt);

/** A deadline is missed once its moment is over: an answer at that very moment is in time. */
export const missedAt = (dueAt: Ms): Ms => dueAt + 1;

/** When there is next something to record of these clocks; `never` when all is recorded. */
export const nextMoment = (runs: readonly Run[], marks: readonly Mark[]): Ms => {
  let next = never;
  for (const run of runs) {
    if (!run.isRunning || run.dueAt >= never) continue;
    const mark = markOf(marks, run);
    if (mark && mark.breached_at !== null) continue;
    const moment =
      mark && mark.warned_at !== null ? missedAt(run.dueAt) : Math.min(run.warnAt, missedAt(run.dueAt));
    next = Math.min(next, moment);
  }
  return next;
};
