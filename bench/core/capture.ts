import type Sqlite from 'better-sqlite3';
import type { Db, Value } from '../../main/db/db.ts';
import type { ImageRow, TableName } from '../../main/db/tables.ts';
import type { Batch } from './bare.ts';

/** What one transaction of the desk left, as far as its own account of itself goes. */
export type Written = {
  touched: ReadonlyMap<TableName, ReadonlySet<string>>;
  accountId: string;
  /** Remote ids of plain reposts, which leave a row that no event tells of. */
  reposts: readonly string[];
};

/** Reads back what each transaction of the desk left: the rows it added, and what it changed of threads. */
export const createCapture = (db: Db): ((written: Written) => Batch) => {
  const seen = new Set(
    db
      .all<{ id: string }>('SELECT id FROM identities UNION ALL SELECT id FROM customers')
      .map(({ id }) => id),
  );
  let lastChange = lastSeq(db);
  // Statements of our own: `raw` would stick to those that the desk shares.
  const statements = new Map<string, Sqlite.Statement<string[], unknown[]>>();
  const rows = (sql: string, ...values: string[]): unknown[][] => {
    const statement = statements.get(sql) ?? db.raw.prepare<string[], unknown[]>(sql).raw();
    statements.set(sql, statement);
    return statement.all(...values);
  };

  return ({ touched, accountId, reposts }) => {
    const batch: Batch = { rows: [], changed: [] };
    const add = (table: Batch['rows'][number]['table'], where: string, ...values: string[]): void => {
      for (const row of rows(`SELECT * FROM ${table} WHERE ${where}`, ...values))
        batch.rows.push({ table, values: row });
    };
    for (const table of ['customers', 'identities', 'threads', 'messages'] as const) {
      for (const id of touched.get(table) ?? []) {
        if (!seen.has(id)) add(table, 'id = ?', id);
        seen.add(id);
      }
    }
    for (const id of touched.get('clock_marks') ?? []) {
      if (!seen.has(id)) add('clock_marks', markOfKey, ...id.split(' '));
      seen.add(id);
    }
    for (const id of reposts) add('reposts', 'account_id = ? AND remote_id = ?', accountId, id);
    add('cursors', "account_id = ? AND stream = 'mentions'", accountId);
    batch.changed = changedThreads(db, lastChange);
    add('changes', 'seq > CAST(? AS INTEGER) ORDER BY seq', String(lastChange));
    lastChange = lastSeq(db);
    return batch;
  };
};

/** What the log says of threads that were there before; the newest word on a thread that was changed twice comes last. */
const changedThreads = (db: Db, since: number): Batch['changed'] =>
  db
    .all<{ rows: string }>('SELECT rows FROM changes WHERE seq > ? ORDER BY seq', since)
    .flatMap(({ rows }) => JSON.parse(rows) as ImageRow[])
    .flatMap(([table, id, revision, left]) =>
      table !== 'threads' || revision === 1 || left === null || typeof left !== 'object'
        ? []
        : [
            {
              columns: [...Object.keys(left), 'revision'],
              values: [...Object.values(left as Record<string, Value>), revision, id],
            },
          ],
    );

const markOfKey = 'thread_id = ? AND clock = ? AND started_at = CAST(? AS INTEGER)';

const lastSeq = (db: Db): number => db.find<{ seq: number }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;
