import type { Db, Value } from './db.ts';
import { tables, type ImageRow, type Table, type TableName } from './tables.ts';

/** One row as the log knows it: its revision and its image columns. Personal text is not among them. */
export type Known = { revision: number; values: Record<string, Value> };
/** By table, by key (its parts joined by a space). */
export type State = ReadonlyMap<TableName, ReadonlyMap<string, Known>>;

/** The desk as the rows of `changes` up to and with this seq leave it (all of them, when none is given). */
export const replay = (db: Db, until = Number.MAX_SAFE_INTEGER): State => {
  const state = new Map<TableName, Map<string, Known>>();
  const rows = db.raw.prepare<[number], { rows: string }>(
    'SELECT rows FROM changes WHERE seq <= ? ORDER BY seq',
  );
  for (const { rows: images } of rows.iterate(until)) {
    for (const image of JSON.parse(images) as ImageRow[]) apply(state, image);
  }
  return state;
};

/** The same of the tables themselves: what `replay` must come to. */
export const present = (db: Db): State =>
  new Map(
    (Object.keys(tables) as TableName[]).map((name) => {
      const { key, image }: Table = tables[name];
      const columns = [...new Set([...key, ...image])].join(', ');
      const rows = db.raw
        .prepare<[], Record<string, Value>>(`SELECT ${columns}, revision FROM ${name}`)
        .all();
      return [
        name,
        new Map(
          rows.map((row) => [
            key.map((column) => row[column]).join(' '),
            {
              revision: Number(row['revision']),
              values: Object.fromEntries(image.map((column) => [column, row[column] ?? null])),
            },
          ]),
        ),
      ];
    }),
  );

const apply = (state: Map<TableName, Map<string, Known>>, [name, ...rest]: ImageRow): void => {
  const { key, image: columns, absent }: Table = tables[name];
  const id = rest.slice(0, key.length).map(String).join(' ');
  const revision = Number(rest[key.length]);
  const left = rest[key.length + 1] as Record<string, Value> | null;
  let rows = state.get(name);
  if (!rows) state.set(name, (rows = new Map<string, Known>()));
  if (left === null) return void rows.delete(id);
  const known =
    rows.get(id)?.values ?? Object.fromEntries(columns.map((column) => [column, absent?.[column] ?? null]));
  rows.set(id, { revision, values: { ...known, ...left } });
};
