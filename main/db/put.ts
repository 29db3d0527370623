import type { Tx, Value } from './db.ts';
import { tables, type Table, type TableName } from './tables.ts';

export type Row = Record<string, Value>;

/**
 * Writes one whole row, new or known, and remembers its image for `changes`. Every write of the desk goes through here,
 * so that what happened can be replayed and, later, sent to a team's hub.
 */
export const put = <R extends Row>(tx: Tx, name: TableName, row: R): void => {
  const { key, image, known, insert, all } = plan(name);
  const ids = key.map((column) => row[column] ?? null);
  const before = tx.find<Row>(known, ...ids);
  const revision = before ? Number(before['revision']) + 1 : 1;
  if (before) update(tx, name, ids, revision, changesOf(before, row, tables[name].columns));
  else tx.db.statement(insert).run(...all.map((column) => row[column] ?? null), revision);
  const left: Row = {};
  for (const column of image) left[column] = row[column] ?? null;
  tx.images.push(image.length === 0 ? [name, ...ids, revision] : [name, ...ids, revision, left]);
  tx.touch(name, ids.join(' '));
};

/** Deletes by key. The image says that the row is gone. */
export const drop = (tx: Tx, name: TableName, ...ids: string[]): void => {
  const { remove } = plan(name);
  tx.db.statement(remove).run(...ids);
  tx.images.push([name, ...ids, 0, null]);
  tx.touch(name, ids.join(' '));
};

/** Only the columns that differ: SQLite writes every index anew whose columns an UPDATE names, changed or not. */
const update = (
  tx: Tx,
  name: TableName,
  ids: Value[],
  revision: number,
  changes: [string, Value][],
): void => {
  const { where } = plan(name);
  const set = [...changes.map(([column]) => `${column} = ?`), 'revision = ?'].join(', ');
  const values = changes.map(([, value]) => value);
  tx.db.statement(`UPDATE ${name} SET ${set} WHERE ${where}`).run(...values, revision, ...ids);
};

const changesOf = (before: Row, row: Row, columns: readonly string[]): [string, Value][] =>
  columns.flatMap((column): [string, Value][] => {
    const value = row[column] ?? null;
    return before[column] === value ? [] : [[column, value]];
  });

type Plan = {
  known: string;
  insert: string;
  remove: string;
  where: string;
  all: readonly string[];
  key: readonly string[];
  image: readonly string[];
};
const plans = new Map<TableName, Plan>();

const plan = (name: TableName): Plan => {
  let known = plans.get(name);
  if (!known) plans.set(name, (known = draw(name, tables[name])));
  return known;
};

const draw = (name: TableName, { key, columns, image }: Table): Plan => {
  const all = [...key, ...columns];
  const where = key.map((column) => `${column} = ?`).join(' AND ');
  return {
    known: `SELECT ${columns.join(', ')}, revision FROM ${name} WHERE ${where}`,
    insert: `INSERT INTO ${name} (${all.join(', ')}, revision) VALUES (${all.map(() => '?').join(', ')}, ?)`,
    remove: `DELETE FROM ${name} WHERE ${where}`,
    where,
    all,
    key,
    image,
  };
};
