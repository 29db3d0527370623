import type { ThreadId } from '../../shared/ids.ts';
import { showGaps } from '../gaps/held.ts';
import { movePlaceBy, toFound } from '../search/moving.ts';
import { get, set } from '../store/desk.ts';
import { focusCard, rowInFocus } from '../store/focus.ts';
import { loadMore, revealNew } from '../store/load.ts';
import { viewOf } from '../store/views.ts';

/** Moves the focus by so many rows in the column in focus. */
export const moveBy = (rows: number): void => {
  // From the thread beside what was found, the same keys go on through it.
  if (get().desk === 'archive') return movePlaceBy(rows);
  const { activeColumn, columns, focused } = get();
  const ids = columns[activeColumn]?.ids ?? [];
  const current = focused[activeColumn];
  const at = current === undefined ? -1 : ids.indexOf(current);
  // The first key lands on the first row in view, not on the second of the column.
  const next = at < 0 ? (viewOf(activeColumn)?.first ?? 0) : at + rows;
  focusRow(activeColumn, ids, next);
  if (next >= ids.length - 1) void loadMore(activeColumn);
};

export const moveToEnd = (end: 'first' | 'last'): void => {
  const { activeColumn, columns } = get();
  const ids = columns[activeColumn]?.ids ?? [];
  focusRow(activeColumn, ids, end === 'first' ? 0 : ids.length - 1);
};

export const movePage = (direction: 1 | -1): void => {
  const view = viewOf(get().activeColumn);
  moveBy(direction * Math.max(1, view ? view.last - view.first : 5));
};

export const moveColumn = (step: 1 | -1): void => {
  const { columns, activeColumn } = get();
  const at = Object.keys(columns).indexOf(activeColumn);
  toColumn(at + step);
};

/** By place, from 0; past the ends stays where it is. */
export const toColumn = (place: number): void => {
  const { columns } = get();
  const id = Object.keys(columns)[place];
  if (id === undefined) return;
  const row = rowInFocus(get(), id) ?? columns[id]?.ids[viewOf(id)?.first ?? 0];
  set({ region: 'columns' });
  focusCard(id, row);
  toDom(id);
};

export const toLastColumn = (): void => toColumn(Object.keys(get().columns).length - 1);

export const showNewHere = (): Promise<void> => showNewIn(get().activeColumn);

/** What waited takes its place, and the column goes to where it is. */
export const showNewIn = async (columnId: string): Promise<void> => {
  await revealNew(columnId);
  showGaps(columnId);
  const { columns, activeColumn, region } = get();
  const column = columns[columnId];
  if (!column) return;
  const end = column.definition.order === 'newest' ? column.ids[0] : undefined;
  if (end !== undefined) focusCard(columnId, end);
  if (activeColumn === columnId && region === 'columns') toDom(columnId);
};

/** Brings the keyboard back to the columns, on the row that has the focus. */
export const toDom = (columnId: string): void => {
  if (get().desk === 'phones') return toBoard();
  if (get().desk === 'archive') return toFound();
  set({ region: 'columns' });
  // At once where it can be: a faster key takes it on from there, and nothing may bring it back in the next frame.
  if (!focusAtOnce(columnId)) requestAnimationFrame(() => focusIn(columnId, framesToWait));
};

/** False: the row is not in the page yet, or a dialog is still in front of it. */
const focusAtOnce = (columnId: string): boolean => {
  const { focused, wantsFocus } = get();
  const id = focused[columnId];
  const column = columnElement(columnId);
  // A column without rows takes it itself.
  const place = id === undefined ? column : column?.querySelector(`[data-thread-id="${CSS.escape(id)}"]`);
  if (wantsFocus !== null || !(place instanceof HTMLElement)) return false;
  place.focus({ preventScroll: true });
  return document.activeElement === place;
};

const columnElement = (columnId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-column="${CSS.escape(columnId)}"]`);

/** A row that was out of view is in the page some frames after its column was scrolled to it. */
const framesToWait = 6;

const focusIn = (columnId: string, frames: number): void => {
  // A faster key has sent the keyboard elsewhere since: what is typed next must not land on a card.
  const { region, wantsFocus, activeColumn, focused } = get();
  if (region !== 'columns' || wantsFocus !== null || activeColumn !== columnId) return;
  const column = columnElement(columnId);
  const row = column?.querySelector<HTMLElement>('[data-focused]');
  (row ?? column)?.focus({ preventScroll: true });
  if (row === null && focused[columnId] !== undefined && frames > 0)
    requestAnimationFrame(() => focusIn(columnId, frames - 1));
};

/** The same on the board of calls: its card in focus takes it, or the board itself. */
const toBoard = (): void => {
  set({ region: 'phones' });
  requestAnimationFrame(() => {
    if (get().region !== 'phones' || get().wantsFocus !== null) return;
    const board = document.querySelector<HTMLElement>('[data-region="phones"]');
    const card = board?.querySelector<HTMLElement>('[data-focused]') ?? board;
    card?.focus({ preventScroll: true });
  });
};

const focusRow = (columnId: string, ids: readonly ThreadId[], at: number): void => {
  const id = ids[Math.min(Math.max(at, 0), ids.length - 1)];
  if (id === undefined) return;
  set({ region: 'columns' });
  focusCard(columnId, id);
};
