import { never, type Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import { operate, type Desk } from '../desk.ts';
import { callsOf, factsOf, type ThreadRow } from '../threads/rows.ts';
import { putThread } from '../threads/settle.ts';
import { entryOf, runsOf, segmentOf } from './clocked.ts';
import { counted } from './marked.ts';
import { markOf, marksOf, missedAt, nextMoment, putMark, type Mark } from './marks.ts';
import { bookOf } from './rows.ts';

/** So many threads are looked at in one turn: less than a frame. */
const perTurn = 30;

/** Records warnings and breaches as their moments pass: once, and for good. */
export const watchClocks: Chore = {
  // A weekend's missed deadlines: each turn shows thirty cards anew, and people work meanwhile.
  apartMs: 300,
  name: 'clock.watch',
  dueAt: ({ db }) =>
    db.find<{ at: Ms | null }>(`SELECT min(warn_at) AS at FROM threads WHERE warn_at < ${never}`)?.at ??
    Infinity,
  run(desk) {
    const now = desk.now();
    const rows = desk.db.all<ThreadRow>(
      `SELECT * FROM threads WHERE warn_at < ${never} AND warn_at <= ? ORDER BY warn_at LIMIT ${perTurn}`,
      now,
    );
    const breached = rows.filter((row) => missedAt(row.next_deadline_at) <= now);
    const others = rows.filter((row) => missedAt(row.next_deadline_at) > now);
    record(desk, 'clock.breached', breached);
    record(desk, 'clock.warned', others);
  },
};

const record = (desk: Desk, op: string, rows: readonly ThreadRow[]): void => {
  if (rows.length === 0) return;
  operate(desk, { op, by: 'desk', input: { threads: rows.length } }, (tx, at) => {
    for (const row of rows) look(tx, row, at);
    return { value: null };
  });
};

const look = (tx: Tx, row: ThreadRow, at: Ms): void => {
  const entry = entryOf(bookOf(tx), row.policy_id);
  const segment = segmentOf(factsOf(tx, row.id), callsOf(tx, row.id), row.cleared_until, null);
  const runs = entry ? runsOf(entry, row, segment) : [];
  const marks = marksOf(tx, row.id);
  for (const run of runs) {
    if (!run.isRunning) continue;
    const isBreached = missedAt(run.dueAt) <= at;
    const known = markOf(marks, run);
    if (isBreached ? known && known.breached_at !== null : known || run.warnAt > at) continue;
    const mark: Mark = {
      thread_id: row.id,
      clock: run.clock,
      started_at: run.startedAt,
      policy_id: row.policy_id ?? '',
      due_at: run.dueAt,
      warned_at: known?.warned_at ?? (isBreached ? null : at),
      breached_at: isBreached ? at : null,
      is_seen: 1,
    };
    putMark(tx, mark);
    if (known) marks.splice(marks.indexOf(known), 1, mark);
    else marks.push(mark);
  }
  const next = { ...row, ...counted(marks), warn_at: nextMoment(runs, marks) };
  putThread(tx, next, row);
};
