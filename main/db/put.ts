import type Sqlite from 'better-sqlite3';
import type { Db, Tx, Value } from './db.ts';
import { tables, type TableName } from './tables.ts';

export type Row = Record<string, Value>;

/**
 * Writes one whole row, new or known, and remembers its image for `changes`. Every write of the desk goes through here,
 * so that what happened can be replayed and, later, sent to a team's hub. `known` is the row as the caller has just read
 * it in this transaction; without it, it is read here.
 */
export const put = <R extends Row>(tx: Tx, name: TableName, row: R, known?: Row): void => {
  const { key, columns, image, select } = planOf(tx.db, name);
  const ids = key.map((column) => row[column] ?? null);
  const before = known ?? (select.get(...ids) as Row | undefined);
  if (!before) return void add(tx, name, row);
  const changed: string[] = [];
  const values: Value[] = [];
  const left: Row = {};
  for (const column of columns) {
    const value = row[column] ?? null;
    if (before[column] === value) continue;
    changed.push(column);
    values.push(value);
    if (image.has(column)) left[column] = value;
  }
  const revision = Number(before['revision']) + 1;
  updateOf(tx.db, name, changed).run(...values, revision, ...ids);
  tx.images.push([name, ...ids, revision, left]);
  tx.touch(name, ids.join(' '));
};

/** The same for a row that is known to be new. Returns its rowid, where the table has one. Throws when it is not new. */
export const add = <R extends Row>(tx: Tx, name: TableName, row: R): number => {
  const { key, columns, image, insert } = planOf(tx.db, name);
  const ids = key.map((column) => row[column] ?? null);
  const values: Value[] = [...ids];
  const left: Row = {};
  for (const column of columns) {
    const value = row[column] ?? null;
    values.push(value);
    if (image.has(column)) left[column] = value;
  }
  values.push(1);
  const { lastInsertRowid } = insert.run(...values);
  tx.images.push([name, ...ids, 1, left]);
  tx.touch(name, ids.join(' '));
  return Number(lastInsertRowid);
};

/** Deletes by key. The image says that the row is gone. */
export const drop = (tx: Tx, name: TableName, ...ids: string[]): void => {
  planOf(tx.db, name).remove.run(...ids);
  tx.images.push([name, ...ids, 0, null]);
  tx.touch(name, ids.join(' '));
};

/** The statements of one table in one database, prepared once. */
type Plan = {
  key: readonly string[];
  columns: readonly string[];
  image: ReadonlySet<string>;
  where: string;
  select: Sqlite.Statement<Value[]>;
  insert: Sqlite.Statement<Value[]>;
  remove: Sqlite.Statement<Value[]>;
  /** By the names of the columns that differ. */
  updates: Map<string, Sqlite.Statement<Value[]>>;
};
const plans = new WeakMap<Db, Map<TableName, Plan>>();

const planOf = (db: Db, name: TableName): Plan => {
  let all = plans.get(db);
  if (!all) plans.set(db, (all = new Map()));
  let plan = all.get(name);
  if (!plan) all.set(name, (plan = draw(db, name)));
  return plan;
};

const draw = (db: Db, name: TableName): Plan => {
  const { key, columns, image } = tables[name];
  const all = [...key, ...columns];
  const where = key.map((column) => `${column} = ?`).join(' AND ');
  const marks = all.map(() => '?').join(', ');
  return {
    key,
    columns,
    image: new Set(image),
    where,
    select: db.statement(`SELECT ${columns.join(', ')}, revision FROM ${name} WHERE ${where}`),
    insert: db.statement(`INSERT INTO ${name} (${all.join(', ')}, revision) VALUES (${marks}, ?)`),
    remove: db.statement(`DELETE FROM ${name} WHERE ${where}`),
    updates: new Map(),
  };
};

/** Only the columns that differ: SQLite writes every index anew whose columns an UPDATE names, changed or not. */
const updateOf = (db: Db, name: TableName, changed: readonly string[]): Sqlite.Statement<Value[]> => {
  const { updates, where } = planOf(db, name);
  const known = changed.join();
  let statement = updates.get(known);
  if (!statement) {
    const set = [...changed.map((column) => `${column} = ?`), 'revision = ?'].join(', ');
    updates.set(known, (statement = db.statement(`UPDATE ${name} SET ${set} WHERE ${where}`)));
  }
  return statement;
};
