import type { CommandId } from '../../shared/commands.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import { clearSelection, extendTo, selectAll, selectFilter, toggle } from '../store/selection.ts';
import type { Desk } from '../store/state.ts';
import { targets } from '../store/targets.ts';
import { applyAction } from './apply.ts';
import { moveBy } from './move.ts';
import { back } from './threads.ts';

const toggleFocused = (): void => {
  const { activeColumn, focused } = get();
  const id = focused[activeColumn];
  if (id !== undefined) toggle(activeColumn, id);
};

const extendBy = (rows: 1 | -1): void => {
  const { activeColumn, focused } = get();
  // The row one starts from is meant as well.
  const from = focused[activeColumn];
  if (from !== undefined) extendTo(activeColumn, from);
  moveBy(rows);
  const id = get().focused[activeColumn];
  if (id !== undefined) extendTo(activeColumn, id);
};

/** The true count: a column's own stops at a thousand. */
const everything = async (): Promise<void> => {
  const { activeColumn, columns } = get();
  const column = columns[activeColumn];
  if (!column) return;
  const { filter } = column.definition;
  await attempt(async () => {
    const { total } = await call('bulk.preview', { target: { filter }, action: { do: 'wake' } });
    selectFilter(activeColumn, total);
  });
};

/** Esc: the selection first, then the open thread. */
const clear = (): void => {
  if (get().selection) clearSelection();
  else if (get().thread) back();
};

const openAssign = (): void => set({ overlay: 'assign' });

export const selectRun = {
  'select.toggle': toggleFocused,
  'select.down': () => extendBy(1),
  'select.up': () => extendBy(-1),
  'select.shown': () => selectAll(get().activeColumn),
  'select.filter': everything,
  'select.clear': clear,
  'thread.assign': openAssign,
  'thread.unassign': () => void applyAction({ do: 'assign', to: null }),
} satisfies Partial<Record<CommandId, () => void | Promise<void>>>;

const needsRow = ({ focused, activeColumn }: Desk): string | null =>
  focused[activeColumn] === undefined ? 'No thread is in focus.' : null;
const needsRows = ({ columns, activeColumn }: Desk): string | null =>
  (columns[activeColumn]?.ids.length ?? 0) === 0 ? 'This column is empty.' : null;
const needsTarget = (desk: Desk): string | null => {
  if (!targets(desk)) return 'No thread is in focus.';
  return iMay(desk, 'thread.work') ? null : 'Reviewers change nothing.';
};

export const selectRules = {
  'select.toggle': needsRow,
  'select.down': needsRow,
  'select.up': needsRow,
  'select.shown': needsRows,
  'select.filter': (desk: Desk) => {
    if (desk.columns[desk.activeColumn]?.finds) {
      return 'A search may find more than anybody has seen. Select those that are shown.';
    }
    return iMay(desk, 'thread.bulk')
      ? needsRows(desk)
      : 'Only supervisors and admins may act on a whole filter.';
  },
  'select.clear': ({ selection, thread }: Desk) => (selection || thread ? null : ''),
  'thread.assign': needsTarget,
  'thread.unassign': (desk: Desk) => {
    const on = targets(desk);
    if (!on) return 'No thread is in focus.';
    const card = on.only === null ? undefined : desk.cards.get(on.only);
    return card?.assigneeId === null ? 'It is nobody’s.' : null;
  },
} satisfies Partial<Record<CommandId, (desk: Desk) => string | null>>;
