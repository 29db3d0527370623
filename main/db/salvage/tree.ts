import type { Value } from '../db.ts';
import type { Pages } from './pages.ts';
import { Damaged, decode, varint } from './record.ts';

export type Cell = { rowid: number; values: Value[] };

/** What was met on the way. */
export type Walk = {
  /** Every page that belongs to a tree that was walked. */
  readonly seen: Set<number>;
  /** Pages that are not what they should be. */
  readonly bad: Set<number>;
  /** Rows on pages that are whole, and are not whole themselves. */
  badRows: number;
};

export const newWalk = (): Walk => ({ seen: new Set(), bad: new Set(), badRows: 0 });

const kinds = { 2: 'index', 5: 'table', 10: 'index', 13: 'table' } as const;
export type Kind = 'index' | 'table';
const isLeaf = (type: number): boolean => type === 10 || type === 13;

/** Every row that can be reached from a root; what is in the way is noted and passed by. */
export function* rowsOf(pages: Pages, root: number, kind: Kind, walk: Walk): Generator<Cell> {
  const ahead = [root];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (walk.seen.has(at)) continue;
    walk.seen.add(at);
    const page = pages.page(at);
    const type = page && typeOf(page, at);
    if (!page || type === undefined || kinds[type] !== kind) {
      walk.bad.add(at);
      continue;
    }
    const below = childrenOf(pages, page, at, walk);
    // The last first: rows come about in their order.
    ahead.push(...below.toReversed());
    if (isLeaf(type) || kind === 'index') yield* cellsOf(pages, page, at, walk);
  }
}

const headAt = (at: number): number => (at === 1 ? 100 : 0);

export const typeOf = (page: Buffer, at: number): keyof typeof kinds | undefined => {
  const type = page[headAt(at)];
  return type === 2 || type === 5 || type === 10 || type === 13 ? type : undefined;
};

const pointersOf = (page: Buffer, at: number): number[] => {
  const head = headAt(at);
  const count = page.readUInt16BE(head + 3);
  const first = head + (isLeaf(page[head] ?? 0) ? 8 : 12);
  if (first + count * 2 > page.length) throw new Damaged('more rows than fit');
  return Array.from({ length: count }, (_, index) => page.readUInt16BE(first + index * 2));
};

const childrenOf = (pages: Pages, page: Buffer, at: number, walk: Walk): number[] => {
  const head = headAt(at);
  if (isLeaf(page[head] ?? 0)) return [];
  try {
    const found = pointersOf(page, at).map((place) => page.readUInt32BE(place));
    const all = [...found, page.readUInt32BE(head + 8)];
    const real = all.filter((child) => child > 1 && child <= pages.count);
    if (real.length < all.length) walk.bad.add(at);
    return real;
  } catch {
    walk.bad.add(at);
    return [];
  }
};

/** The rows on one page. */
export function* cellsOf(pages: Pages, page: Buffer, at: number, walk: Walk): Generator<Cell> {
  let places: number[];
  try {
    places = pointersOf(page, at);
  } catch {
    walk.bad.add(at);
    return;
  }
  for (const place of places) {
    const cell = cellAt(pages, page, at, place);
    if (cell) yield cell;
    else walk.badRows += 1;
  }
}

const cellAt = (pages: Pages, page: Buffer, at: number, place: number): Cell | undefined => {
  try {
    const type = page[headAt(at)];
    const [size, afterSize] = varint(page, type === 2 ? place + 4 : place);
    const [rowid, from] = type === 13 ? varint(page, afterSize) : [0, afterSize];
    if (size < 1 || size > longest) throw new Damaged('a row of no size');
    return { rowid, values: decode(payload(pages, page, from, size, type === 13)) };
  } catch {
    return undefined;
  }
};

/** Far more than any row of ours. */
const longest = 64 * 1024 * 1024;

/** What does not fit on a page goes on on others. */
const payload = (pages: Pages, page: Buffer, from: number, size: number, isTable: boolean): Buffer => {
  const usable = pages.bytes;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return within(page, from, size);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((size - least) % (usable - 4));
  const local = wanted <= most ? wanted : least;
  const parts = [within(page, from, local)];
  let left = size - local;
  let next = within(page, from + local, 4).readUInt32BE(0);
  while (left > 0) {
    const more = pages.page(next);
    if (!more) throw new Damaged('a row goes on nowhere');
    const here = Math.min(left, usable - 4);
    parts.push(more.subarray(4, 4 + here));
    left -= here;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
};

const within = (page: Buffer, from: number, bytes: number): Buffer => {
  if (from + bytes > page.length) throw new Damaged('a row leaves its page');
  return page.subarray(from, from + bytes);
};
