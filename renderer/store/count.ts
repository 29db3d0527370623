import { call } from '../call.ts';
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
