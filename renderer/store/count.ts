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
    void countColumns(Object.keys(get().columns));
  }, pauseMs);
};

/** A column known whole is counted here and now; of a longer one we say what was counted last. */
export const countWords = (column: Column): string => {
  const { phase, hasMore, isOverflowing, ids, left, pending, count, finds } = column;
  const known = String(ids.length - left.size + pending.size);
  if (phase === 'ready' && !hasMore && !isOverflowing) return known;
  // How much a search would find is known when it has found it.
  if (finds) return phase === 'ready' && ids.length > 0 ? `${known}+` : '';
  return count ? `${count.count}${count.isCapped ? '+' : ''}` : '';
};

export const countColumn = (columnId: string): Promise<void> => countColumns([columnId]);

/** All answers go into the store at once: twenty columns are one repaint. */
const countColumns = async (columnIds: readonly string[]): Promise<void> => {
  const answers = await Promise.all(
    columnIds.map(async (id) => {
      const asked = get().columns[id];
      // A count that can't be had is left as it was: the column itself says what is wrong.
      if (!asked || asked.finds) return null;
      return call('column.count', { filter: asked.definition.filter }).catch(() => null);
    }),
  );
  const { columns } = get();
  const changed = columnIds.flatMap((id, at) => {
    const column = columns[id];
    const count = answers[at];
    if (!column || !count) return [];
    const isSame = column.count?.count === count.count && column.count.isCapped === count.isCapped;
    return isSame ? [] : [[id, { ...column, count }] as const];
  });
  if (changed.length > 0) set({ columns: { ...columns, ...Object.fromEntries(changed) } });
};
