import type { ThreadId } from '../../shared/ids.ts';
import { get, set } from './desk.ts';
import type { Desk } from './state.ts';

export const isSelected = ({ selection }: Pick<Desk, 'selection'>, columnId: string, id: ThreadId): boolean =>
  selection !== null && (selection.by === 'ids' ? selection.ids.has(id) : selection.columnId === columnId);

/** Into the selection or out of it. Starts a new one where everything of a column was meant. */
export const toggle = (columnId: string, id: ThreadId): void => {
  const ids = new Set(idsNow());
  if (!ids.delete(id)) ids.add(id);
  choose(columnId, ids, id);
};

/** From where the last was chosen to here, in the order on screen. */
export const extendTo = (columnId: string, id: ThreadId): void => {
  const { selection, columns, focused } = get();
  const shown = columns[columnId]?.ids ?? [];
  const from =
    selection?.by === 'ids' && selection.columnId === columnId ? selection.anchor : (focused[columnId] ?? id);
  const [a, b] = [shown.indexOf(from), shown.indexOf(id)];
  if (a < 0 || b < 0) return choose(columnId, new Set([...idsNow(), id]), id);
  const range = shown.slice(Math.min(a, b), Math.max(a, b) + 1);
  choose(columnId, new Set([...idsNow(), ...range]), from);
};

export const selectAll = (columnId: string): void => {
  const ids = get().columns[columnId]?.ids ?? [];
  const [first] = ids;
  if (first !== undefined) choose(columnId, new Set(ids), first);
};

export const selectFilter = (columnId: string, count: number): void => {
  const column = get().columns[columnId];
  if (!column) return;
  set({ selection: { by: 'filter', columnId, filter: column.definition.filter, count } });
};

export const clearSelection = (): void => {
  if (get().selection !== null) set({ selection: null });
};

const idsNow = (): ReadonlySet<ThreadId> => {
  const { selection } = get();
  return selection?.by === 'ids' ? selection.ids : new Set();
};

const choose = (columnId: string, ids: ReadonlySet<ThreadId>, anchor: ThreadId): void =>
  set({ selection: ids.size === 0 ? null : { by: 'ids', columnId, ids, anchor } });
