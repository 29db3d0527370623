import type Sqlite from 'better-sqlite3';
import type { Db } from '../../main/db/db.ts';
import { openDb } from '../../main/db/open.ts';

type Table =
  | 'customers'
  | 'identities'
  | 'threads'
  | 'messages'
  | 'reposts'
  | 'clock_marks'
  | 'cursors'
  | 'changes';
/** Columns of a thread that was there already and became different; in the order of the values, the id last. */
type Changed = { columns: readonly string[]; values: unknown[] };
/** What one transaction left: new rows, each as the values of its columns, in an order that foreign keys accept. */
export type Batch = { rows: { table: Table; values: unknown[] }[]; changed: Changed[] };

/**
 * The yardstick: better-sqlite3 and nothing else, writing rows that are already known into the same tables with the same
 * indexes and pragmas, as many per transaction as the desk did, until both files hold the same rows. A thread that a later
 * message changed is written again, in the columns that became different and no others. No rule is checked and nothing is
 * looked up.
 */
export type Bare = { write(batch: Batch): void; close(): void };

export const openBare = (file: string, from: Db): Bare => {
  const db = openDb(file).raw;
  for (const table of ['agents', 'accounts', 'customers', 'identities'] as const) copyAll(from, db, table);
  const inserts = new Map<Table, Sqlite.Statement>();
  const insertOf = (table: Table): Sqlite.Statement => {
    const known = inserts.get(table);
    if (known) return known;
    const names = columnsOf(db, table);
    const verb = table === 'cursors' ? 'REPLACE' : 'INSERT';
    const made = db.prepare(
      `${verb} INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    );
    inserts.set(table, made);
    return made;
  };
  const updates = new Map<string, Sqlite.Statement>();
  const updateOf = (columns: readonly string[]): Sqlite.Statement => {
    const names = columns.join();
    let made = updates.get(names);
    if (!made) {
      const set = columns.map((column) => `${column} = ?`).join(', ');
      updates.set(names, (made = db.prepare(`UPDATE threads SET ${set} WHERE id = ?`)));
    }
    return made;
  };
  const write = db.transaction(({ rows, changed }: Batch) => {
    for (const { table, values } of rows) insertOf(table).run(...values);
    for (const { columns, values } of changed) updateOf(columns).run(...values);
  });
  return { write: (batch: Batch) => write.immediate(batch), close: () => db.close() };
};

const columnsOf = (db: Sqlite.Database, table: string): string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);

const copyAll = (from: Db, to: Sqlite.Database, table: string): void => {
  const names = columnsOf(to, table);
  const insert = to.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${names.map(() => '?').join(', ')})`);
  for (const row of from.raw.prepare(`SELECT * FROM ${table}`).raw().iterate())
    insert.run(...(row as unknown[]));
};
