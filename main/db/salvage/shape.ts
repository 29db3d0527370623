import type Sqlite from 'better-sqlite3';
import type { Value } from '../db.ts';
import type { Cell, Kind } from './tree.ts';

/** How the rows of one table are stored. */
export type Shape = {
  name: string;
  kind: Kind;
  /** In the order in which a row has them. */
  columns: readonly Column[];
  /** The column that is the row's own number; null: it has none. */
  rowid: string | null;
};

type Column = {
  name: string;
  type: string;
  isNeeded: boolean;
  /** What a row has that is older than the column. */
  absent: Value;
  hasAbsent: boolean;
};

type Info = {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
  hidden: number;
};

/** Tables that only follow from others: they are made anew. */
const derived = /^(?:search|replay)_/u;

/** The tables of a desk whose rows are its own. */
export const shapesOf = (db: Sqlite.Database): Shape[] =>
  (db.pragma('table_list') as { schema: string; name: string; type: string; wr: number }[])
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .filter(({ name }) => !derived.test(name))
    .map(({ name, wr }) => shapeOf(db, name, wr === 1));

const shapeOf = (db: Sqlite.Database, name: string, isIndex: boolean): Shape => {
  const all = (db.pragma(`table_xinfo(${name})`) as Info[]).filter(({ hidden }) => hidden === 0);
  const keys = all.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const [key] = keys;
  const rowid = !isIndex && keys.length === 1 && key?.type === 'INTEGER' ? key.name : null;
  const stored = isIndex ? [...keys, ...all.filter(({ pk }) => pk === 0)] : all;
  return {
    name,
    kind: isIndex ? 'index' : 'table',
    rowid,
    columns: stored.map((info) => ({
      name: info.name,
      type: info.type,
      isNeeded: (info.notnull === 1 || (isIndex && info.pk > 0)) && info.name !== rowid,
      absent:
        info.dflt_value === null ? null : (db.prepare(`SELECT ${info.dflt_value}`).pluck().get() as Value),
      hasAbsent: info.notnull === 0 || info.dflt_value !== null,
    })),
  };
};

/** The row's values in the order of the columns; undefined: it is no row of this table. */
export const fitted = ({ columns, rowid }: Shape, { rowid: number, values }: Cell): Value[] | undefined => {
  if (values.length > columns.length) return undefined;
  const row: Value[] = [];
  for (const [at, column] of columns.entries()) {
    if (at >= values.length && !column.hasAbsent) return undefined;
    const value = column.name === rowid ? number : at < values.length ? (values[at] ?? null) : column.absent;
    if (value === null ? column.isNeeded : !isOf(column.type, value)) return undefined;
    row.push(value);
  }
  return row;
};

const isOf = (type: string, value: Value): boolean => {
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'INTEGER') return Number.isInteger(value);
  if (type === 'REAL') return typeof value === 'number';
  return type === 'BLOB' ? Buffer.isBuffer(value) : true;
};
