import type { Tx, Value } from './db.ts';
import { tables, type Table, type TableName } from './tables.ts';

export type Row = Record<string, Value>;

/**
 * Writes one whole row, new or known, and remembers its image for `changes`. Every write of the desk goes through here,
 * so that what happened can be replayed and, later, sent to a team's hub.
 */
export const put = <R extends Row>(tx: Tx, name: TableName, row: R): void => {
  const { upsert, values, key, image } = plan(name);
  const revision = tx.db
    .statement(upsert)
    .pluck()
    .get(...values.map((column) => row[column] ?? null)) as number;
  const left: Row = {};
  for (const column of image) left[column] = row[column] ?? null;
  const ids = key.map((column) => row[column] ?? null);
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

type Plan = {
  upsert: string;
  remove: string;
  values: string[];
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
  const values = [...key, ...columns];
  const set = columns.map((column) => `${column} = excluded.${column}`);
  return {
    upsert:
      `INSERT INTO ${name} (${values.join(', ')}, revision) VALUES (${values.map(() => '?').join(', ')}, 1) ` +
      `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.join(', ')}, revision = revision + 1 RETURNING revision`,
    remove: `DELETE FROM ${name} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
    values,
    key,
    image,
  };
};
