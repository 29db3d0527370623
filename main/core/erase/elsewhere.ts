import type { Tx, Value } from '../../db/db.ts';
import { put, type Row } from '../../db/put.ts';
import { tables, type TableName } from '../../db/tables.ts';
import { heldAmong } from '../retention/hold-rows.ts';
import { createMask } from './mask.ts';
import type { Person } from './rows.ts';

/** Rows looked at in one part: below a frame. */
const perPart = 800;

/** Where else somebody may be named: text that people typed, or that others sent. Each by its single key. */
const written: readonly { table: TableName; columns: readonly string[]; thread: string | null }[] = [
  { table: 'notes', columns: ['text'], thread: 'thread_id' },
  { table: 'outbox', columns: ['text', 'reason'], thread: 'thread_id' },
  { table: 'schedules', columns: ['text', 'reason'], thread: 'thread_id' },
  { table: 'questions', columns: ['text', 'answer'], thread: 'thread_id' },
  { table: 'escalations', columns: ['summary'], thread: 'thread_id' },
  { table: 'call_attempts', columns: ['note'], thread: null },
  { table: 'uploads', columns: ['name', 'alt_text', 'reason'], thread: 'thread_id' },
  { table: 'snippets', columns: ['name', 'text'], thread: null },
  { table: 'settings', columns: ['value'], thread: null },
];
/** Written beside `put`: their keys, and what they hold. */
const beside: readonly { table: string; key: string; columns: readonly string[] }[] = [
  { table: 'message_versions', key: 'message_id, version_id', columns: ['text'] },
  { table: 'draft_versions', key: 'agent_id, thread_id, kind, version', columns: ['text'] },
  { table: 'drafts', key: 'agent_id, thread_id, kind', columns: ['text'] },
];

export type Place = { table: number; after: string };
export const firstPlace: Place = { table: 0, after: '' };

/** The next rows of the next table; null: all of them were looked at. Counts the places where a handle stood. */
export const maskPart = (
  tx: Tx,
  people: readonly Person[],
  { table: at, after }: Place,
): { next: Place | null; found: number } => {
  const mask = createMask(people);
  const one = written[at];
  if (!one) {
    const other = beside[at - written.length];
    if (other) return { next: { table: at + 1, after: '' }, found: maskBeside(tx, mask, other) };
    return { next: null, found: 0 };
  }
  const { table, columns, thread } = one;
  const key = tables[table].key[0] ?? 'id';
  const page = tx.all<Row>(
    `SELECT ${key} AS k FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${perPart}`,
    after,
  );
  const last = page.at(-1)?.['k'];
  if (last === undefined) return { next: { table: at + 1, after: '' }, found: 0 };
  const rows = tx.all<Row>(
    `SELECT * FROM ${table} WHERE ${key} > ? AND ${key} <= ? AND (${likes(columns, mask.like)})`,
    ...[after, last],
    ...columns.flatMap(() => mask.like),
  );
  let found = 0;
  for (const row of rows) {
    if (thread !== null && isHeld(tx, row[thread] ?? null)) continue;
    if (table !== 'questions' && isOnItsWay(row)) continue;
    const next = masked(row, columns, mask.mask);
    if (next === null) continue;
    put(tx, table, next);
    found += 1;
  }
  return { next: { table: at, after: String(last) }, found };
};

const maskBeside = (
  tx: Tx,
  { like, mask }: ReturnType<typeof createMask>,
  { table, key, columns }: (typeof beside)[number],
): number => {
  const rows = tx.all<Row>(
    `SELECT * FROM ${table} WHERE ${likes(columns, like)}`,
    ...columns.flatMap(() => like),
  );
  const keys = key.split(', ');
  let found = 0;
  for (const row of rows) {
    if (isHeld(tx, row['thread_id'] ?? null)) continue;
    const next = masked(row, columns, mask);
    if (next === null) continue;
    if (table === 'drafts') put(tx, 'drafts', next);
    else {
      tx.db
        .statement(
          `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} ` +
            `WHERE ${keys.map((column) => `${column} = ?`).join(' AND ')}`,
        )
        .run(...columns.map((column) => next[column] ?? null), ...keys.map((column) => row[column] ?? null));
    }
    found += 1;
  }
  return found;
};

/** Null: nobody is named in it. */
export const masked = (row: Row, columns: readonly string[], mask: (text: string) => string): Row | null => {
  const next: Row = { ...row };
  for (const column of columns) {
    const text = row[column];
    if (typeof text === 'string') next[column] = mask(text);
  }
  return columns.some((column) => next[column] !== row[column]) ? next : null;
};

export const likes = (columns: readonly string[], like: readonly string[]): string =>
  like.length === 0
    ? '0'
    : columns.flatMap((column) => like.map(() => String.raw`${column} LIKE ? ESCAPE '\'`)).join(' OR ');

/** What is held stays as it is, to the letter. */
export const isHeld = (tx: Tx, threadId: Value): boolean =>
  typeof threadId === 'string' && heldAmong(tx, [threadId]).size > 0;

/** What may leave still leaves as its author wrote it. */
const isOnItsWay = (row: Row): boolean => onTheWay.has(String(row['state']));
const onTheWay: ReadonlySet<string> = new Set([
  ...['queued', 'sending', 'failed', 'uncertain'],
  ...['waiting', 'approved'],
]);
