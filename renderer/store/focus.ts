import type { ThreadId } from '../../shared/ids.ts';
import type { Card } from '../../shared/model.ts';
import type { Column } from './column.ts';
import { get, set } from './desk.ts';
import type { Desk } from './state.ts';

type Focused = Desk['focused'];
type Columns = Readonly<Record<string, Column>>;

/** When the row in focus goes, focus moves to the one that takes its place. */
export const keepFocus = (focused: Focused, before: Columns, after: Columns): Focused => {
  let next: Record<string, ThreadId | undefined> | null = null;
  for (const [columnId, column] of Object.entries(after)) {
    const id = focused[columnId];
    if (id === undefined) {
      // The row in focus went and was the last: the first that comes has the focus.
      if (Object.hasOwn(focused, columnId) && column.ids.length > 0)
        next = { ...(next ?? focused), [columnId]: column.ids[0] };
      continue;
    }
    if (column.placed.has(id)) continue;
    const at = before[columnId]?.ids.indexOf(id) ?? 0;
    next ??= { ...focused };
    next[columnId] = column.ids[Math.min(Math.max(at, 0), column.ids.length - 1)];
  }
  return next ?? focused;
};

/** The row the keys start from: the one in focus, else the first. */
export const rowInFocus = (desk: Desk, columnId: string): ThreadId | undefined =>
  desk.focused[columnId] ?? desk.columns[columnId]?.ids[0];

export const focusCard = (columnId: string, id: ThreadId | undefined): void => {
  const { activeColumn, focused } = get();
  if (activeColumn === columnId && focused[columnId] === id) return;
  set({ activeColumn: columnId, focused: { ...focused, [columnId]: id } });
};

/** The thread, and what is written in it. */
export const isInPane = (region: Desk['region']): boolean =>
  region === 'thread' || region === 'composer' || region === 'note';

/** The thread a command acts on: the open one while the keyboard is in its pane, else the row that shows the focus. */
export const threadInFocus = (desk: Desk): Card | undefined => {
  const id = isInPane(desk.region) ? desk.thread?.id : desk.focused[desk.activeColumn];
  return id === undefined ? undefined : desk.cards.get(id);
};
