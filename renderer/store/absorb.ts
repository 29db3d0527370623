import type { ThreadId } from '../../shared/ids.ts';
import { compare, type SortKey } from '../../shared/match.ts';
import type { Card } from '../../shared/model.ts';
import {
  belongs,
  isWithin,
  keyIn,
  pendingCap,
  positionOf,
  settleMs,
  type Column,
  type Surroundings,
} from './column.ts';

/**
 * Takes changed threads into a column. Nothing in view ever moves by itself: a thread that belongs above or among
 * the rows in view waits, one that belongs below them is put there at once.
 */
export const absorb = (column: Column, changed: readonly ThreadId[], around: Surroundings): Column => {
  const edit = begin(column, around);
  for (const id of changed) {
    const card = around.cards.get(id);
    if (!belongs(column, card, around.me, around.now)) leave(edit, id);
    else if (column.placed.has(id)) stay(edit, card);
    else arrive(edit, card);
  }
  return finish(edit);
};

export type Edit = {
  column: Column;
  around: Surroundings;
  ids: ThreadId[] | null;
  left: Set<ThreadId> | null;
  settlesAt: number;
  isOverflowing: boolean;
  isTouched: boolean;
};

export const begin = (column: Column, around: Surroundings): Edit => {
  const wasEmpty = column.phase === 'ready' && column.ids.length === 0 && column.pending.size === 0;
  return {
    column,
    around,
    ids: null,
    left: null,
    settlesAt: wasEmpty ? around.now + settleMs : column.settlesAt,
    isOverflowing: column.isOverflowing,
    isTouched: false,
  };
};

export const finish = (edit: Edit): Column => {
  const { column } = edit;
  const newCount = column.pending.size + column.moved.size;
  if (!edit.isTouched && newCount === column.newCount) return column;
  return {
    ...column,
    ids: edit.ids ?? column.ids,
    left: edit.left ?? column.left,
    newCount,
    settlesAt: edit.settlesAt,
    isOverflowing: edit.isOverflowing,
  };
};

/** A thread not shown here that belongs here. */
export const arrive = (edit: Edit, card: Card): void => {
  const { column, around } = edit;
  const key = keyIn(column, card);
  if (!isWithin(column, key)) {
    column.pending.delete(card.id);
    return;
  }
  const ids = edit.ids ?? column.ids;
  const at = positionOf(column, ids, key);
  // At the very end nothing is below it to be moved, even where there is free space in view.
  const movesNothing = around.view === undefined || at > around.view.last || at === ids.length;
  const isDirect = movesNothing || around.isOwn(card.id) || around.now < edit.settlesAt;
  if (column.phase === 'ready' && isDirect) {
    put(edit, card, at);
  } else if (column.pending.size < pendingCap || column.pending.has(card.id)) {
    column.pending.add(card.id);
  } else {
    edit.isOverflowing = true;
    edit.isTouched = true;
  }
};

/** A thread shown here that still belongs here, perhaps elsewhere in the order. */
const stay = (edit: Edit, card: Card): void => {
  const { column, around } = edit;
  if ((edit.left ?? column.left).has(card.id)) mutableLeft(edit).delete(card.id);
  const key = keyIn(column, card);
  const placed = column.placed.get(card.id);
  if (placed === undefined || compare(column.definition.order, placed, key) === 0) {
    column.moved.delete(card.id);
    return;
  }
  const ids = edit.ids ?? column.ids;
  const at = positionOf(column, ids, placed);
  if (fitsAt(column, ids, at, key)) {
    column.placed.set(card.id, key);
    column.moved.delete(card.id);
  } else if (around.view === undefined || at > around.view.last) {
    take(edit, card.id, at);
    arrive(edit, card);
  } else {
    column.moved.add(card.id);
  }
};

const leave = (edit: Edit, id: ThreadId): void => {
  const { column, around } = edit;
  column.pending.delete(id);
  const placed = column.placed.get(id);
  if (placed === undefined) return;
  const at = positionOf(column, edit.ids ?? column.ids, placed);
  const isErased = !around.cards.has(id);
  const isUnseen = around.view === undefined || at > around.view.last;
  if (isUnseen || isErased || around.isOwn(id)) {
    take(edit, id, at);
  } else {
    column.moved.delete(id);
    mutableLeft(edit).add(id);
  }
};

const put = (edit: Edit, card: Card, at: number): void => {
  const { column } = edit;
  mutableIds(edit).splice(at, 0, card.id);
  column.placed.set(card.id, keyIn(column, card));
  column.pending.delete(card.id);
};

const take = (edit: Edit, id: ThreadId, at: number): void => {
  const { column } = edit;
  const ids = mutableIds(edit);
  const exact = ids[at] === id ? at : ids.indexOf(id);
  if (exact >= 0) ids.splice(exact, 1);
  column.placed.delete(id);
  column.moved.delete(id);
  if ((edit.left ?? column.left).has(id)) mutableLeft(edit).delete(id);
};

const fitsAt = (column: Column, ids: readonly ThreadId[], at: number, key: SortKey): boolean => {
  const { order } = column.definition;
  const above = keyAt(column, ids, at - 1);
  const below = keyAt(column, ids, at + 1);
  return (
    isWithin(column, key) &&
    (above === undefined || compare(order, above, key) < 0) &&
    (below === undefined || compare(order, key, below) < 0)
  );
};

const keyAt = (column: Column, ids: readonly ThreadId[], at: number): SortKey | undefined => {
  const id = ids[at];
  return id === undefined ? undefined : column.placed.get(id);
};

const mutableIds = (edit: Edit): ThreadId[] => {
  edit.isTouched = true;
  return (edit.ids ??= [...edit.column.ids]);
};

const mutableLeft = (edit: Edit): Set<ThreadId> => {
  edit.isTouched = true;
  return (edit.left ??= new Set(edit.column.left));
};
