import type { ColumnDefinition } from '../../shared/filter.ts';
import type { AgentId } from '../../shared/ids.ts';
import { toColumn } from '../commands/move.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { isInPane } from '../store/focus.ts';
import { showColumns } from '../store/load.ts';
import { agentRow, filterOf, rowsOf, useBoard, type RowId } from './board-store.ts';

const soonMs = 15 * 60_000;

/** Beside the board: what is about to be late, and what nobody has taken. */
const standing: readonly ColumnDefinition[] = [
  { id: 'team-soon', title: 'Due in 15 min', filter: { dueWithinMs: soonMs }, order: 'due' },
  {
    id: 'team-nobodys',
    title: 'Nobody’s, longest first',
    filter: { isOpen: true, assignee: 'nobody' },
    order: 'oldest',
  },
];

export const goSupervisor = (): void => {
  set({ desk: 'supervisor', namedDesk: null, region: 'team' });
  void showColumns(standing);
  focusBoard();
};

/** The line's threads as the first column. */
export const showRow = (row: RowId): string => {
  const definition: ColumnDefinition = {
    id: `team-${row}`.slice(0, 40),
    title: titleOf(row),
    filter: filterOf(row),
    order: 'due',
  };
  useBoard.setState({ row });
  void showColumns([definition, ...standing]);
  return definition.id;
};

/** The keyboard goes to a column that is only now being read, and to its first thread once there is one. */
export const enterColumn = (columnId: string): void => {
  const isRead = (): boolean => get().columns[columnId]?.phase !== 'loading';
  const enter = (): void => {
    const place = Object.keys(get().columns).indexOf(columnId);
    if (place >= 0 && !isInPane(get().region)) toColumn(place);
  };
  if (isRead()) return enter();
  const stop = useDesk.subscribe(() => {
    if (!isRead()) return;
    stop();
    enter();
  });
};

export const moveRow = (step: number): void => {
  const rows = rowsOf(useBoard.getState());
  const { row } = useBoard.getState();
  const at = row === null ? -1 : rows.indexOf(row);
  const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  if (next !== undefined) useBoard.setState({ row: next });
  focusBoard();
};

export const focusBoard = (): void => {
  set({ region: 'team' });
  requestAnimationFrame(() => {
    if (get().region !== 'team' || get().overlay !== null) return;
    const row =
      document.querySelector<HTMLElement>('[data-region="team"] [tabindex="0"]') ??
      document.querySelector<HTMLElement>('[data-region="team"]');
    row?.focus({ preventScroll: false });
  });
};

export const titleOf = (row: RowId): string => {
  const { agents, queues } = get();
  const id = row.slice(row.indexOf(':') + 1);
  if (row === agentRow(id as AgentId)) return agents.get(id as AgentId)?.name ?? 'Somebody';
  return id === 'none' ? 'No queue' : (queues.find((queue) => queue.id === id)?.name ?? 'A queue');
};
