import type Sqlite from 'better-sqlite3';
import type { Value } from '../db.ts';
import { openPages, type Pages } from './pages.ts';
import { fitted, shapesOf, type Shape } from './shape.ts';
import { cellsOf, newWalk, rowsOf, typeOf, type Kind, type Walk } from './tree.ts';

export type Salvaged = {
  /** By table, how many rows were brought over; tables without any are left out. */
  rows: Record<string, number>;
  pages: number;
  badPages: number;
  badRows: number;
};

type Root = { name: string; page: number; kind: Kind };

/** The number of the schema of a damaged file, and which tables with pages of their own it says it has. */
export const lookInto = (file: string): { schema: number | null; tables: readonly string[] } => {
  const pages = openPages(file);
  try {
    return { schema: pages.schema, tables: rootsOf(pages, newWalk()).map(({ name }) => name) };
  } finally {
    pages.close();
  }
};

/**
 * Reads a damaged file page by page, without SQLite, and puts every row that is whole into the empty tables of another one. What a
 * broken page led to is found by its own look: each page of rows fits one table only.
 * @param into Of the same schema, foreign keys off.
 * @param step Told now and then how many of the file's pages have been read.
 */
export const salvage = (
  file: string,
  into: Sqlite.Database,
  step: (done: number, of: number) => void,
): Salvaged => {
  const pages = openPages(file);
  const walk = newWalk();
  const shapes = shapesOf(into);
  const rows: Record<string, number> = {};
  const writers = new Map(shapes.map((shape) => [shape.name, writerOf(into, shape)]));
  const keep = (shape: Shape, row: Value[]): void => {
    if (writers.get(shape.name)?.(row) === 1) rows[shape.name] = (rows[shape.name] ?? 0) + 1;
    else walk.badRows += 1;
  };
  try {
    into.transaction(() => {
      for (const { name } of shapes) into.exec(`DELETE FROM ${name}`);
    })();
    const roots = rootsOf(pages, walk);
    const told = (): void => step(Math.min(walk.seen.size, pages.count), pages.count);
    inParts(into, told, (tick) => {
      for (const { name, page, kind } of roots) {
        const shape = shapes.find((one) => one.name === name && one.kind === kind);
        for (const cell of rowsOf(pages, page, kind, walk)) {
          const row = shape && fitted(shape, cell);
          if (shape && row) keep(shape, row);
          else if (shape) walk.badRows += 1;
          tick();
        }
        told();
      }
      const isAllFound =
        walk.bad.size === 0 && shapes.every(({ name }) => roots.some((root) => root.name === name));
      if (!isAllFound) for (const [shape, row] of strays(pages, shapes, walk)) keep(shape, row);
    });
    step(pages.count, pages.count);
    return { rows, pages: pages.count, badPages: walk.bad.size, badRows: walk.badRows };
  } finally {
    pages.close();
  }
};

/** Every tree of the file: where its list of them can't be read, the pages that look like parts of it. */
const rootsOf = (pages: Pages, walk: Walk): Root[] => {
  const listed = [...rowsOf(pages, 1, 'table', walk)].flatMap(({ values }) => rootOf(pages, values));
  if (listed.length > 0 && walk.bad.size === 0) return listed;
  const found = new Map(listed.map((root) => [root.page, root]));
  for (let at = 1; at <= pages.count; at += 1) {
    const page = pages.page(at);
    if (!page || walk.seen.has(at) || typeOf(page, at) !== 13) continue;
    const all = [...cellsOf(pages, page, at, newWalk())].map(({ values }) => values);
    if (all.length === 0 || !all.every(isListed)) continue;
    walk.seen.add(at);
    for (const root of all.flatMap((values) => rootOf(pages, values))) found.set(root.page, root);
  }
  return [...found.values()];
};

const listedTypes: readonly unknown[] = ['table', 'index', 'trigger', 'view'];

/** A row of the list of everything that a file has. */
const isListed = (values: readonly Value[]): boolean =>
  values.length === 5 &&
  listedTypes.includes(values[0]) &&
  typeof values[1] === 'string' &&
  typeof values[2] === 'string';

const rootOf = (pages: Pages, values: readonly Value[]): Root[] => {
  const [, name, , at] = values;
  if (!isListed(values) || typeof name !== 'string' || typeof at !== 'number' || at < 2) return [];
  const page = pages.page(at);
  const kind = page && typeOf(page, at);
  return kind === undefined
    ? [{ name, page: at, kind: 'table' }]
    : [{ name, page: at, kind: kind === 2 || kind === 10 ? 'index' : 'table' }];
};

/** Rows on pages that nothing leads to any more, and that can only be of one table. */
function* strays(pages: Pages, shapes: readonly Shape[], walk: Walk): Generator<[Shape, Value[]]> {
  for (let at = 2; at <= pages.count; at += 1) {
    const page = pages.page(at);
    const type = page && typeOf(page, at);
    if (!page || walk.seen.has(at) || (type !== 10 && type !== 13)) continue;
    const kind = type === 13 ? 'table' : 'index';
    const cells = [...cellsOf(pages, page, at, walk)];
    const fitting = shapes.filter(
      (shape) => shape.kind === kind && cells.length > 0 && cells.every((cell) => fitted(shape, cell)),
    );
    const [shape, ...others] = fitting;
    if (!shape || others.length > 0) continue;
    for (const cell of cells) {
      const row = fitted(shape, cell);
      if (row) yield [shape, row];
    }
  }
}

/** Answers how many rows it wrote: none, when the table has one of that key already, or does not take it. */
const writerOf = (into: Sqlite.Database, { name, columns }: Shape): ((row: Value[]) => number) => {
  const names = columns.map((column) => column.name);
  const insert = into.prepare(
    `INSERT OR IGNORE INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (row) => {
    try {
      return insert.run(...row).changes;
    } catch {
      return 0;
    }
  };
};

const perPart = 5000;

const inParts = (into: Sqlite.Database, onPart: () => void, body: (tick: () => void) => void): void => {
  let count = 0;
  into.exec('BEGIN');
  body(() => {
    count += 1;
    if (count % perPart !== 0) return;
    into.exec('COMMIT; BEGIN');
    onPart();
  });
  into.exec('COMMIT');
};
