import type { CommandId } from '../../shared/commands.ts';
import { get, set } from '../store/desk.ts';
import { showColumns } from '../store/load.ts';
import { notify } from '../store/notices.ts';
import { namedDeskOf } from '../store/own-desks.ts';
import type { Desk } from '../store/state.ts';
import { focusColumn } from './columns.ts';
import { save } from './settings.ts';

/** One for each digit. */
export const namedDeskCap = 9;

/** The columns on screen become a desk of their own, and that is where one is from then on. */
export const saveDesk = async (name: string): Promise<boolean> => {
  const columns = Object.values(get().columns).map(({ definition }) => ({
    ...definition,
    id: `c-${crypto.randomUUID()}`,
  }));
  const own = { id: `d-${crypto.randomUUID()}`, name, columns };
  if (!(await save({ desks: [...get().settings.desks, own] }))) return false;
  goToOwn(own.id);
  notify(
    `Saved as ${name}. ${get().settings.desks.length <= namedDeskCap ? `G ${get().settings.desks.length} goes there.` : ''}`,
  );
  return true;
};

export const renameDesk = async (name: string): Promise<boolean> => {
  const own = namedDeskOf(get());
  if (!own) return false;
  return save({ desks: get().settings.desks.map((desk) => (desk.id === own.id ? { ...desk, name } : desk)) });
};

const removeDesk = async (): Promise<void> => {
  const { settings } = get();
  const own = namedDeskOf(get());
  if (!own) return;
  const before = settings.desks;
  if (!(await save({ desks: before.filter(({ id }) => id !== own.id) }))) return;
  goToOwn(null);
  removedDesk = own;
  notify(`Removed ${own.name}. “Bring the removed desk back” is in the palette.`);
};

let removedDesk: ReturnType<typeof namedDeskOf>;

const restoreDesk = async (): Promise<void> => {
  const own = removedDesk;
  if (!own) return;
  if (!(await save({ desks: [...get().settings.desks, own] }))) return;
  removedDesk = undefined;
  goToOwn(own.id);
};

/** Null: Triage itself. */
export const goToOwn = (id: string | null): void => {
  const { settings } = get();
  const own = settings.desks.find((desk) => desk.id === id);
  set({ desk: 'triage', namedDesk: own?.id ?? null });
  void showColumns(own?.columns ?? settings.columns);
  focusColumn(get().activeColumn);
};

const next = (): void => {
  const { desk, namedDesk, settings } = get();
  const ids = [null, ...settings.desks.map(({ id }) => id)];
  const at = desk === 'triage' ? ids.indexOf(namedDesk) : -1;
  goToOwn(ids[(at + 1) % ids.length] ?? null);
};

const to = (nth: number) => (): void => {
  const own = get().settings.desks[nth - 1];
  if (own) goToOwn(own.id);
};

export const ownDeskRun = {
  'desk.save': () => set({ overlay: 'deskName', editedColumn: null }),
  'desk.rename': () => set({ overlay: 'deskName', editedColumn: get().namedDesk }),
  'desk.remove': removeDesk,
  'desk.restore': restoreDesk,
  'desk.next': next,
  'desk.1': to(1),
  'desk.2': to(2),
  'desk.3': to(3),
  'desk.4': to(4),
  'desk.5': to(5),
  'desk.6': to(6),
  'desk.7': to(7),
  'desk.8': to(8),
  'desk.9': to(9),
} satisfies Partial<Record<CommandId, () => void | Promise<void>>>;

const isOwn = (desk: Desk): string | null => (namedDeskOf(desk) ? null : 'This is not a desk of your own.');
const isThere =
  (nth: number) =>
  ({ settings }: Desk): string | null =>
    settings.desks[nth - 1]
      ? null
      : `You have ${settings.desks.length === 0 ? 'no desk of your own yet' : `no desk ${nth}`}. “Save these columns as a desk” makes one.`;

export const ownDeskRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'desk.save': ({ settings, columns }) => {
    if (Object.keys(columns).length === 0) return 'There are no columns here.';
    return settings.desks.length < namedDeskCap
      ? null
      : `You have ${namedDeskCap} desks, one for each digit. Remove one first.`;
  },
  'desk.rename': isOwn,
  'desk.remove': isOwn,
  'desk.restore': () => (removedDesk ? null : 'No desk was removed.'),
  'desk.next': ({ settings }) => (settings.desks.length > 0 ? null : 'You have no desk of your own yet.'),
  'desk.1': isThere(1),
  'desk.2': isThere(2),
  'desk.3': isThere(3),
  'desk.4': isThere(4),
  'desk.5': isThere(5),
  'desk.6': isThere(6),
  'desk.7': isThere(7),
  'desk.8': isThere(8),
  'desk.9': isThere(9),
};
