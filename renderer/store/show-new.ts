import type { ColumnPage } from '../../shared/api.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { compare } from '../../shared/match.ts';
import { arrive, begin, finish } from './absorb.ts';
import { belongs, isWithin, keyIn, shownCap, type Column, type Surroundings } from './column.ts';

type Known = Pick<Surroundings, 'cards' | 'me' | 'now'>;

/** Everything that waits takes its place, what has left goes, and the order is true again. */
export const showNew = (column: Column, known: Known): Column =>
  arrange(column, [...column.ids, ...column.pending], known);

/** The first page: whatever changed while it was being read is in `pending` and goes in with it. */
export const startWith = (column: Column, page: ColumnPage, known: Known): Column => {
  const next: Column = {
    ...column,
    phase: 'ready',
    problem: null,
    hasMore: page.hasMore,
    cursor: page.cursor,
    isOverflowing: false,
  };
  const ids = new Set([...page.cards.map((card) => card.id), ...column.pending]);
  return arrange(next, [...ids], known);
};

/** A further page, below everything shown. */
export const continueWith = (column: Column, page: ColumnPage, around: Surroundings): Column => {
  const next: Column = { ...column, hasMore: page.hasMore, cursor: page.cursor ?? column.cursor };
  const edit = begin(next, around);
  edit.isTouched = true;
  for (const { id } of page.cards) {
    const card = around.cards.get(id);
    if (!next.placed.has(id) && belongs(next, card, around.me, around.now)) arrive(edit, card);
  }
  return finish(edit);
};

const arrange = (column: Column, candidates: readonly ThreadId[], { cards, me, now }: Known): Column => {
  const rows = candidates.flatMap((id) => {
    const card = cards.get(id);
    if (!belongs(column, card, me, now)) return [];
    const key = keyIn(column, card);
    return isWithin(column, key) ? [key] : [];
  });
  rows.sort((a, b) => compare(column.definition.order, a, b));
  const isCut = rows.length > shownCap;
  if (isCut) rows.length = shownCap;
  return {
    ...column,
    ids: rows.map((row) => row.id),
    left: new Set(),
    newCount: 0,
    hasMore: column.hasMore || isCut,
    cursor: isCut ? (rows.at(-1) ?? null) : column.cursor,
    placed: new Map(rows.map((row) => [row.id, row])),
    pending: new Set(),
    moved: new Set(),
  };
};
