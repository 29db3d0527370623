import type { ColumnDefinition } from '../../shared/filter.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { showColumns } from '../store/load.ts';
import { attempt, notify } from '../store/notices.ts';
import type { DeskName } from '../store/state.ts';

/** What the Mine desk shows: my day, in three states. */
const mineColumns: readonly ColumnDefinition[] = [
  { id: 'mine-open', title: 'Mine', filter: { status: 'open', assignee: 'me' }, order: 'oldest' },
  {
    id: 'mine-waiting',
    title: 'Waiting for customer',
    filter: { status: 'waiting-customer', assignee: 'me' },
    order: 'newest',
  },
  {
    id: 'mine-resolved',
    title: 'Resolved by me',
    filter: { status: 'resolved', assignee: 'me' },
    order: 'newest',
  },
];

/** What colleagues ask me, the thread due first first. */
const questionColumns: readonly ColumnDefinition[] = [
  { id: 'asked-me', title: 'Asked of me', filter: { isOpen: true, expert: 'me' }, order: 'due' },
];

export const goTo = (desk: DeskName): void => {
  if (get().desk === desk && get().namedDesk === null) return;
  set({ desk, namedDesk: null });
  void showColumns(columnsOf(desk));
};

const columnsOf = (desk: DeskName): readonly ColumnDefinition[] => {
  if (
    desk === 'phones' ||
    desk === 'outbox' ||
    desk === 'scheduled' ||
    desk === 'review' ||
    desk === 'archive' ||
    desk === 'audit'
  )
    return [];
  if (desk === 'questions') return questionColumns;
  return desk === 'mine' ? mineColumns : get().settings.columns;
};

export const refresh = async (): Promise<void> => {
  if (await attempt(() => call('account.refresh', {}))) notify('Fetching now.');
};

export const startPractice = async (): Promise<void> => {
  set({ practice: 'starting' });
  const isStarted = await attempt(() => call('practice.start', {}));
  if (!isStarted) set({ practice: 'off' });
};
