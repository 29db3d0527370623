import type { ExportAsked } from '../../../shared/api/export.ts';
import { byteOrderMark } from '../../../shared/archive/csv.ts';
import { archiveFormat, archiveVersion, lineOf } from '../../../shared/archive/record.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { getAgentRow } from '../agents.ts';
import type { LongProgress, LongWork } from '../jobs/long.ts';
import { csvLines } from './csv-rows.ts';
import { findThreads } from './find-threads.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { peopleFor } from './people.ts';
import { recordsOf } from './records.ts';
import { openSink } from './sink.ts';

export type ExportInput = {
  asked: ExportAsked;
  me: AgentId;
  now: Ms;
  program: string;
  /** What customers are called by in a masked export hangs on it: another one with every export. */
  salt: string;
};

/** What was written, for the log and for people. */
export type Exported = {
  threads: number;
  messages: number;
  /** Threads by their ids, as far as the log names them. */
  some: string[];
  /** Whose threads they are; null: more people than are listed. */
  customers: string[] | null;
};

/** So many threads are named in the log; of more it knows how many there were. */
export const namedThreads = 200;
const namedCustomers = 2000;

/**
 * Writes the whole export into a file beside its place, and all of it to the disk. Null: it was stopped, and nothing is
 * left. What it tells is one moment of the desk, however long it takes.
 */
export const writeExport: LongWork<ExportInput & { part: string }, Exported | null> = (
  db,
  input,
  progress,
) => {
  const ledger = openLedger();
  const sink = openSink(input.part);
  db.raw.exec('BEGIN');
  try {
    const found = foundIn(db, ledger, input, progress);
    if (found === null) return null;
    const { threads, messages } = found;
    let done = 0;
    progress.report(0, messages);
    for (const { line, isMessage } of linesOf(db, ledger, input)) {
      sink.write(line);
      if (!isMessage) continue;
      done += 1;
      if (done % reportEvery !== 0) continue;
      if (!progress.goesOn()) return null;
      progress.report(done, messages);
    }
    if (!progress.goesOn()) return null;
    sink.finish();
    return { ...found, threads, messages: done };
  } finally {
    db.raw.exec('ROLLBACK');
    sink.abandon();
    ledger.close();
  }
};

const reportEvery = 100;

/** Throws `not-found` when there is nothing to export; null: it was stopped. */
export const foundIn = (
  db: Db,
  ledger: Ledger,
  { asked, me, now }: ExportInput,
  progress: LongProgress,
): Exported | null => {
  const isWhole = findThreads(db, ledger, { scope: asked.scope, me, now, zone: asked.zone }, progress);
  if (!isWhole) return null;
  const totals = ledger.totals();
  if (totals.threads === 0) throw new AppError('not-found', nothing[asked.scope.what]);
  const some: string[] = [];
  for (const { id } of ledger.threads()) if (some.push(id) >= namedThreads) break;
  return { ...totals, some, customers: ledger.customers(namedCustomers) };
};

const nothing = {
  thread: 'This thread is no longer on this desk. Nothing was exported.',
  customer: 'This customer has no threads on this desk. Nothing was exported.',
  search: 'Nothing is found by this search, so nothing was exported.',
} as const;

function* linesOf(
  db: Db,
  ledger: Ledger,
  input: ExportInput,
): Generator<{ line: string; isMessage: boolean }> {
  const { asked } = input;
  if (asked.format === 'csv') {
    if (asked.hasBom) yield { line: byteOrderMark, isMessage: false };
    yield* csvLines(db, ledger, peopleFor(db, input), asked.hasNotes);
    return;
  }
  const header = {
    format: archiveFormat,
    version: archiveVersion,
    exportedAt: input.now,
    exportedBy: getAgentRow(db, input.me).name,
    program: input.program,
    of: asked.scope.what,
    hasNotes: asked.hasNotes,
  } as const;
  yield { line: lineOf(header), isMessage: false };
  const counts: Record<string, number> = {};
  for (const record of recordsOf(db, ledger, asked.hasNotes)) {
    counts[record.record] = (counts[record.record] ?? 0) + 1;
    yield { line: lineOf(record), isMessage: record.record === 'message' && record.threadId !== null };
  }
  yield { line: lineOf({ record: 'end', counts }), isMessage: false };
}
