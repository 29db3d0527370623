import type { AuditEntry, AuditFilter, AuditPage } from '../../../shared/api/audit.ts';
import { auditKindNames } from '../../../shared/audit/kinds.ts';
import { look, seenOp } from '../../../shared/audit/look.ts';
import { opsOf } from '../../../shared/audit/ops.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader, Value } from '../../db/db.ts';
import { boundsOf } from './bounds.ts';

/** So many rows of the log are looked at for one page, at most: some milliseconds, whatever the filter leaves out. */
const atMost = 3_000;

/**
 * One page of the log, newest first. The index of the narrowest part of the filter leads; the rest is asked of each row, and
 * of a bounded number of them.
 */
export const auditPage = (
  db: Reader,
  filter: AuditFilter,
  before: number | null,
  limit: number,
  cap = atMost,
): AuditPage => {
  const { first, last } = boundsOf(db, filter);
  const fits = fitting(db, filter);
  const threadIds = filter.threadId === undefined ? null : withMerged(db, filter.threadId);
  const entries: AuditEntry[] = [];
  let place = Math.min(before ?? Infinity, last + 1);
  for (let looked = 0; looked < cap;) {
    const want = Math.min(cap - looked, Math.max(limit * 2, 50));
    const rows = lead(db, { ...filter, threadIds }, first, place, want);
    for (const row of rows) {
      place = row.seq;
      if (!fits(row)) continue;
      entries.push(entryAt(db, row.seq));
      if (entries.length === limit) return { entries, next: place > first ? place : null };
    }
    looked += rows.length;
    if (rows.length < want) return { entries, next: null };
  }
  return { entries, next: place };
};

/** What a filter asks of a row: the rest is read of what is shown. */
type LogRow = { seq: number; op: string; agent: string; at: Ms };

type WholeRow = LogRow & {
  thread_id: string | null;
  handle: string | null;
  input: string | null;
  is_undone: 0 | 1;
};

/** What is asked of a bulk step may name ten thousand threads: it is not sent. Of an export they are left out. */
const whole =
  'SELECT c.seq, c.op, c.agent, c.at, c.thread_id, i.handle, iif(length(c.input) <= 2000, c.input, ' +
  "iif(c.op = 'archive.export', json_remove(c.input, '$.threadIds'), NULL)) AS input, " +
  'EXISTS (SELECT 1 FROM changes u WHERE u.undoes = c.seq) AS is_undone ' +
  'FROM changes c LEFT JOIN threads t ON t.id = c.thread_id LEFT JOIN identities i ON i.id = t.identity_id ' +
  'WHERE c.seq = ?';

const columns = 'c.seq, c.op, c.agent, c.at';
const within = 'c.seq >= ? AND c.seq < ? ORDER BY c.seq DESC LIMIT ?';

/** The next rows before a place, newest first, by one index. */
const lead = (
  db: Reader,
  { threadIds, person, kind }: AuditFilter & { threadIds: readonly string[] | null },
  first: number,
  place: number,
  want: number,
): LogRow[] => {
  const span: Value[] = [first, Math.min(place, Number.MAX_SAFE_INTEGER), want];
  const read = (index: string, where: string, ...values: Value[]): LogRow[] =>
    db.all<LogRow>(`SELECT ${columns} FROM changes c ${index} WHERE ${where}${within}`, ...values, ...span);
  if (threadIds !== null) {
    const readings = threadIds.flatMap((id) => [
      read('INDEXED BY changes_by_thread', 'c.thread_id = ? AND ', id),
      // Steps for many threads name none: the index of the replay knows which they touched.
      db.all<LogRow>(touching, id, ...span),
      db.all<LogRow>(exporting, id, id, ...span),
    ]);
    return newest(readings, want);
  }
  if (person !== undefined) return read('INDEXED BY changes_by_agent', 'c.agent = ? AND ', person);
  if (kind !== undefined && kind !== 'desk')
    return newest(
      opsOf(kind).map((op) => read('INDEXED BY changes_by_op', 'c.op = ? AND ', op)),
      want,
    );
  return read('', '');
};

const touching =
  `SELECT ${columns} FROM replay_changes r CROSS JOIN changes c ON c.seq = r.seq ` +
  'WHERE r.thread_id = ? AND r.seq >= ? AND r.seq < ? ORDER BY r.seq DESC LIMIT ?';

/** Exports of several threads that this one was among, or may have been: of very many the log names the first ones alone. */
const exporting =
  `SELECT ${columns} FROM changes c INDEXED BY changes_by_op WHERE c.op = 'archive.export' AND ` +
  "(EXISTS (SELECT 1 FROM json_each(c.input, '$.threadIds') e WHERE e.value = ?) OR (c.thread_id IS NOT ? AND " +
  "json_extract(c.input, '$.threads') > json_array_length(c.input, '$.threadIds'))) AND " +
  within;

/** A thread, and those that were merged into it: what was seen and done there is its past too. */
const withMerged = (db: Reader, threadId: string): string[] => {
  const ids = [threadId];
  for (const id of ids)
    for (const merged of db.all<{ id: string }>(mergedInto, id))
      if (!ids.includes(merged.id)) ids.push(merged.id);
  return ids;
};

const mergedInto =
  "SELECT json_extract(c.input, '$.from') AS id FROM changes c INDEXED BY changes_by_thread " +
  "WHERE c.thread_id = ? AND c.op = 'thread.merge' AND json_extract(c.input, '$.from') IS NOT NULL " +
  'AND NOT EXISTS (SELECT 1 FROM changes u WHERE u.undoes = c.seq) ORDER BY c.seq';

/** Several readings as one. */
const newest = (readings: readonly LogRow[][], want: number): LogRow[] => {
  const rows = readings.flat().toSorted((a, b) => b.seq - a.seq);
  return rows.filter((row, nth) => row.seq !== rows[nth - 1]?.seq).slice(0, want);
};

const fitting = (db: Reader, { person, kind, isByPeople, from, until }: AuditFilter) => {
  const ops = kind === undefined ? null : new Set(opsOf(kind));
  // What has no words yet counts as the desk's own.
  const known = kind === 'desk' ? null : ops;
  const others = kind === 'desk' ? new Set(knownElsewhere()) : null;
  const people =
    isByPeople === true ? new Set(db.all<{ id: string }>('SELECT id FROM agents').map(({ id }) => id)) : null;
  return (row: LogRow): boolean =>
    (person === undefined || row.agent === person) &&
    (known === null || known.has(row.op)) &&
    (others === null || !others.has(row.op)) &&
    (people === null || people.has(row.agent)) &&
    (from === undefined || row.at >= from) &&
    (until === undefined || row.at < until);
};

const knownElsewhere = (): string[] =>
  auditKindNames.filter((kind) => kind !== 'desk').flatMap((kind) => opsOf(kind));

const entryAt = (db: Reader, seq: number): AuditEntry => {
  const row = db.find<WholeRow>(whole, seq);
  if (!row) throw new Error(`row ${seq} of the log is gone`);
  const input = row.input === null ? null : parsed(row.input);
  return {
    seq: row.seq,
    at: row.at,
    by: row.agent,
    op: row.op,
    threadId: row.thread_id as ThreadId | null,
    handle: row.handle,
    look: row.op === seenOp ? (look.safeParse(input).data ?? null) : null,
    input,
    isUndone: row.is_undone === 1,
  };
};

const parsed = (input: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(input);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};
