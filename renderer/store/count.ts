import { call } from '../call.ts';
import type { Column } from './column.ts';
import { get, set } from './desk.ts';

const pauseMs = 1000;
let isPlanned = false;

/** Asks for the true counts, at most once a second however much changes. */
export const countAgain = (): void => {
  if (isPlanned) return;
  isPlanned = true;
  setTimeout(() => {
    isPlanned = false;
    for (const columnId of Object.keys(get().columns)) void countColumn(columnId);
  }, pauseMs);
};

/** A column known whole is counted here and now; of a longer one we say what was counted last. */
export const countWords = ({ phase, hasMore, isOverflowing, ids, left, pending, count }: Column): string => {
  if (phase === 'ready' && !hasMore && !isOverflowing) return String(ids.length - left.size + pending.size);
  return count ? `${count.count}${count.isCapped ? '+' : ''}` : '';
};

export const countColumn = async (columnId: string): Promise<void> => {
  const asked = get().columns[columnId];
  if (!asked) return;
  // A count that can't be had is left as it was: the column itself says what is wrong.
  const count = await call('column.count', { filter: asked.definition.filter }).catch(() => null);
  const column = get().columns[columnId];
  if (!column || count === null) return;
  if (column.count?.count === count.count && column.count.isCapped === count.isCapped) return;
  set({ columns: { ...get().columns, [columnId]: { ...column, count } } });
};
