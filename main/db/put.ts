import type Sqlite from 'better-sqlite3';
import type { Db, Tx, Value } from './db.ts';
import { tables, type Table, type TableName } from './tables.ts';

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
  if (!before) return add(tx, name, [row]);
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

/** So many rows go into one statement: the cost of a call is shared, and the numbers of values stay small. */
const perStatement = 20;

/** The same for rows that are known to be new. Throws when one is not. */
export const add = (tx: Tx, name: TableName, rows: readonly Row[]): void => {
  for (let at = 0; at < rows.length; at += perStatement) {
    const part = rows.slice(at, at + perStatement);
    const values: Value[] = [];
    for (const row of part) addOne(tx, name, row, values);
    insertOf(tx.db, name, part.length).run(...values);
  }
};

const addOne = (tx: Tx, name: TableName, row: Row, values: Value[]): void => {
  const { key, columns, image, rowid, absent } = planOf(tx.db, name);
  const ids = key.map((column) => row[column] ?? null);
  const left: Row = {};
  if (rowid !== undefined) values.push(row[rowid] ?? null);
  values.push(...ids);
  for (const column of columns) {
    const value = row[column] ?? null;
    values.push(value);
    if (image.has(column) && value !== (absent[column] ?? null)) left[column] = value;
  }
  tx.images.push([name, ...ids, 1, left]);
  tx.touch(name, ids.join(' '));
};

/** Deletes by key. The image says that the row is gone. */
export const drop = (tx: Tx, name: TableName, ...ids: (string | number)[]): void => {
  planOf(tx.db, name).remove.run(...ids);
  tx.images.push([name, ...ids, 0, null]);
  tx.touch(name, ids.join(' '));
};

/** The statements of one table in one database, prepared once. */
type Plan = Omit<Table, 'image' | 'absent'> & {
  absent: Row;
  image: ReadonlySet<string>;
  where: string;
  select: Sqlite.Statement<Value[]>;
  remove: Sqlite.Statement<Value[]>;
  /** By the number of rows. */
  inserts: Map<number, Sqlite.Statement<Value[]>>;
  /** By the names of the columns that differ. */
  updates: Map<string, Sqlite.Statement<Value[]>>;
};
const plans = new WeakMap<Db, Map<TableName, Plan>>();

const planOf = (db: Db, name: TableName): Plan => {
  let all = plans.get(db);
  if (!all) plans.set(db, (all = new Map<TableName, Plan>()));
  let plan = all.get(name);
  if (!plan) all.set(name, (plan = draw(db, name)));
  return plan;
};

const draw = (db: Db, name: TableName): Plan => {
  const table: Table = tables[name];
  const where = table.key.map((column) => `${column} = ?`).join(' AND ');
  return {
    ...table,
    absent: table.absent ?? {},
    image: new Set(table.image),
    where,
    select: db.statement(`SELECT ${table.columns.join(', ')}, revision FROM ${name} WHERE ${where}`),
    remove: db.statement(`DELETE FROM ${name} WHERE ${where}`),
    inserts: new Map(),
    updates: new Map(),
  };
};

const insertOf = (db: Db, name: TableName, rows: number): Sqlite.Statement<Value[]> => {
  const { inserts, key, columns, rowid } = planOf(db, name);
  let statement = inserts.get(rows);
  if (!statement) {
    const all = [...(rowid === undefined ? [] : [rowid]), ...key, ...columns];
    const one = `(${all.map(() => '?').join(', ')}, 1)`;
    const sql = `INSERT INTO ${name} (${all.join(', ')}, revision) VALUES ${Array(rows).fill(one).join(', ')}`;
    inserts.set(rows, (statement = db.statement(sql)));
  }
  return statement;
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
