import type { Reader, Value } from '../../db/db.ts';
import type { ImageRow, TableName } from '../../db/tables.ts';

/** One row as a change left it: its table, its key, its revision and what was different; null: it is gone. */
export type Image = {
  table: TableName;
  key: readonly string[];
  revision: number;
  left: Record<string, Value> | null;
};

/** The parts of a thread, and how many columns their keys have. */
const keys: Partial<Record<TableName, number>> = {
  threads: 1,
  messages: 1,
  outbox: 1,
  notes: 1,
  questions: 1,
  escalations: 1,
  call_attempts: 1,
  clock_marks: 3,
};

/** What a change left of threads and what hangs on them; everything else is left out. */
export const imagesIn = (rows: string): Image[] =>
  (JSON.parse(rows) as ImageRow[]).flatMap((row) => imageOf(row) ?? []);

const imageOf = (row: ImageRow): Image | undefined => {
  const table = row[0];
  const width = keys[table];
  return width === undefined
    ? undefined
    : {
        table,
        key: row.slice(1, width + 1).map(String),
        revision: Number(row[width + 1]),
        left: row[width + 2] as Image['left'],
      };
};

/**
 * The same, without what plainly belongs to other threads. A fetch of ten messages is about ten customers: only what may be
 * of this one is parsed.
 */
export const imagesOf = (rows: string, threadId: string): Image[] => {
  if (rows.length < shortRows) return imagesIn(rows);
  const wanted = rows
    .slice(opening.length, -closing.length)
    .split(seam)
    .filter((piece) => mayBeOf(piece, threadId));
  if (wanted.length === 0) return [];
  try {
    return imagesIn(`${opening}${wanted.join(seam)}${closing}`);
  } catch {
    // The seam stands inside a value, against all expectation.
    return imagesIn(rows);
  }
};

/** Below that there is nothing to gain. */
const shortRows = 1000;
// Between two rows. Inside a text every quote has a backslash before it.
const [opening, seam, closing] = ['[["', '],["', ']]'];

const mayBeOf = (piece: string, threadId: string): boolean => {
  const table = piece.slice(0, piece.indexOf('"')) as TableName;
  if (keys[table] === undefined) return false;
  if (table === 'threads' || table === 'clock_marks') return piece.startsWith(`${table}","${threadId}"`);
  // Of a row that is not new the thread need not be named: whether it hangs here, the fold knows.
  return table === 'call_attempts' || !piece.includes('",1,{') || piece.includes(threadId);
};

/** Which threads these are about. Rows that do not name their thread are asked where they are now. */
export const threadsIn = (db: Reader, images: readonly Image[]): Set<string> => {
  const threads = new Set<string>();
  for (const image of images) {
    const id = threadOf(db, image);
    if (id !== null) threads.add(id);
  }
  return threads;
};

const threadOf = (db: Reader, { table, key: [id = ''], revision, left }: Image): string | null => {
  if (table === 'threads' || table === 'clock_marks') return id;
  if (left && 'thread_id' in left) return left['thread_id'] as string | null;
  // Null is left out of the image of a new row: context, a broadcast, a note about the customer.
  if (revision === 1 && table !== 'call_attempts') return null;
  const sql = whose[table];
  return sql === undefined ? null : (db.find<{ id: string | null }>(sql, id)?.id ?? null);
};

const whose: Partial<Record<TableName, string>> = {
  messages: 'SELECT thread_id AS id FROM messages WHERE id = ?',
  outbox: 'SELECT thread_id AS id FROM outbox WHERE id = ?',
  notes: 'SELECT thread_id AS id FROM notes WHERE id = ?',
  questions: 'SELECT thread_id AS id FROM questions WHERE id = ?',
  escalations: 'SELECT thread_id AS id FROM escalations WHERE id = ?',
  call_attempts:
    'SELECT e.thread_id AS id FROM call_attempts c JOIN escalations e ON e.id = c.escalation_id WHERE c.id = ?',
};
