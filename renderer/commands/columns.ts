import type { CommandId } from '../../shared/commands.ts';
import type { ColumnDefinition, Order } from '../../shared/filter.ts';
import { openness } from '../../shared/match.ts';
import type { Settings } from '../../shared/settings.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { focusCard, rowInFocus } from '../store/focus.ts';
import { showColumns } from '../store/load.ts';
import { notify } from '../store/notices.ts';
import { namedDeskOf, ownColumns } from '../store/own-desks.ts';
import type { Desk } from '../store/state.ts';
import { toDom } from './move.ts';
import { save } from './settings.ts';

// As shared/settings.ts has it, which is too heavy to load for a number.
export const columnCap = 20;
const widths = { least: 240, most: 640, step: 40 };

/** Columns as they are to be from now on: shown at once, kept in the settings. What can't be kept is as it was before. */
export const saveColumns = async (columns: readonly ColumnDefinition[]): Promise<boolean> => {
  const { settings } = get();
  const own = namedDeskOf(get());
  const change: Pick<Settings, 'columns'> | Pick<Settings, 'desks'> = own
    ? {
        desks: settings.desks.map((desk) => (desk.id === own.id ? { ...desk, columns: [...columns] } : desk)),
      }
    : { columns: [...columns] };
  void showColumns(columns);
  // Before the answer: the next key may come sooner, and has to find what this one did.
  set({ settings: { ...settings, ...change } });
  const isKept = await save(change);
  if (!isKept) set({ settings });
  return isKept;
};

export const newColumnId = (): string => `c-${crypto.randomUUID()}`;

/** To the right of the one in focus, and the keyboard goes there. */
export const addColumn = async (definition: Omit<ColumnDefinition, 'id'>): Promise<void> => {
  const columns = ownColumns(get());
  if (!columns) return;
  const added = { ...definition, id: newColumnId() };
  const at = columns.findIndex(({ id }) => id === get().activeColumn);
  await saveColumns(pinnedFirst(columns.toSpliced(at < 0 ? columns.length : at + 1, 0, added)));
  focusColumn(added.id);
  notify(`Column added: ${added.title}.`);
};

/** One column as it is to be. */
export const changeColumn = async (definition: ColumnDefinition): Promise<void> => {
  const columns = ownColumns(get());
  if (columns) await saveColumns(columns.map((other) => (other.id === definition.id ? definition : other)));
};

const duplicate = async (): Promise<void> => {
  const column = active();
  if (!column) return;
  const { id: _own, ...rest } = column;
  await addColumn({ ...rest, title: `${column.title} (copy)`.slice(0, 60) });
};

/** Kept in the window until something else is done, so that Z brings it back as it brings back a thread. */
let removed: { definition: ColumnDefinition; at: number; desk: string | null; isLast: boolean } | null = null;

const remove = async (): Promise<void> => {
  const columns = ownColumns(get());
  const at = columns?.findIndex(({ id }) => id === get().activeColumn) ?? -1;
  const definition = columns?.[at];
  if (!columns || !definition) return;
  removed = { definition, at, desk: get().namedDesk, isLast: true };
  const rest = columns.toSpliced(at, 1);
  await saveColumns(rest);
  const next = rest[Math.min(at, rest.length - 1)];
  if (next) focusColumn(next.id);
  notify(`Column removed: ${definition.title}. Undo brings it back.`);
};

const restore = async (): Promise<void> => {
  const columns = ownColumns(get());
  if (!removed || !columns || columns.length >= columnCap) return;
  const { definition, at } = removed;
  removed = null;
  await saveColumns(pinnedFirst(columns.toSpliced(Math.min(at, columns.length), 0, definition)));
  focusColumn(definition.id);
  notify(`Column back: ${definition.title}.`);
};

/** True when removing a column was the last thing done here: undo means that, then, and it is done. */
export const undoColumn = (): boolean => {
  if (!removed?.isLast || removed.desk !== get().namedDesk || get().desk !== 'triage') return false;
  void restore();
  return true;
};

/** Something else was done since. */
export const forgetRemoved = (): void => {
  if (removed) removed = { ...removed, isLast: false };
};

export const moveColumnTo = async (id: string, to: number): Promise<void> => {
  const columns = ownColumns(get());
  const from = columns?.findIndex((column) => column.id === id) ?? -1;
  const column = columns?.[from];
  if (!columns || !column || to < 0 || to >= columns.length || to === from) return;
  await saveColumns(pinnedFirst(columns.toSpliced(from, 1).toSpliced(to, 0, column)));
  focusColumn(id);
  const place = Object.keys(get().columns).indexOf(id) + 1;
  notify(`${column.title} is column ${place} of ${columns.length}.`);
};

const moveBy = async (step: 1 | -1): Promise<void> => {
  const { activeColumn, columns } = get();
  await moveColumnTo(activeColumn, Object.keys(columns).indexOf(activeColumn) + step);
};

export const widthOf = ({ settings }: Desk, column: ColumnDefinition): number =>
  column.width ?? settings.columnWidth;

export const setWidth = async (id: string, width: number): Promise<void> => {
  const column = get().columns[id]?.definition;
  const next = Math.round(Math.min(widths.most, Math.max(widths.least, width)));
  if (column && next !== column.width) await changeColumn({ ...column, width: next });
};

const widen = async (step: number): Promise<void> => {
  const column = active();
  if (column) await setWidth(column.id, widthOf(get(), column) + step);
};

const flipDensity = async (): Promise<void> => {
  const column = active();
  if (!column) return;
  const { density, ...rest } = column;
  await changeColumn(density === 'compact' ? rest : { ...rest, density: 'compact' });
};

const flipPin = async (): Promise<void> => {
  const column = active();
  const columns = ownColumns(get());
  if (!column || !columns) return;
  const { isPinned, ...rest } = column;
  const next = isPinned ? rest : { ...rest, isPinned: true };
  await saveColumns(pinnedFirst(columns.map((other) => (other.id === column.id ? next : other))));
  focusColumn(column.id);
  notify(isPinned ? `${column.title} scrolls with the others.` : `${column.title} stays at the left.`);
};

const tones = [undefined, 'soft', 'bright', 'low'] as const;

const nextSound = async (): Promise<void> => {
  const column = active();
  if (!column) return;
  const { sound, ...rest } = column;
  const tone = tones[(tones.indexOf(sound?.tone) + 1) % tones.length];
  await changeColumn(tone === undefined ? rest : { ...rest, sound: { tone, volume: sound?.volume ?? 0.5 } });
  notify(tone === undefined ? `${column.title} is silent.` : `${column.title} sounds ${tone}.`);
};

const orderNames: Record<Order, string> = {
  newest: 'newest first',
  oldest: 'oldest first',
  due: 'next due first',
};

/** Newest, oldest, and, where only open threads are shown, by deadline. */
export const nextOrder = async (id: string): Promise<void> => {
  const column = get().columns[id]?.definition;
  if (!column) return;
  if (column.filter.search !== undefined) return notify(`${column.title}: a search is newest first.`);
  const orders: readonly Order[] =
    openness(column.filter) === true ? ['newest', 'oldest', 'due'] : ['newest', 'oldest'];
  const order = orders[(orders.indexOf(column.order) + 1) % orders.length] ?? 'newest';
  const next = { ...column, order };
  if (ownColumns(get())) await changeColumn(next);
  else
    void showColumns(
      Object.values(get().columns).map(({ definition }) => (definition.id === id ? next : definition)),
    );
  notify(`${column.title}: ${orderNames[order]}.`);
};

const active = (): ColumnDefinition | undefined => get().columns[get().activeColumn]?.definition;

/** The keyboard goes to this column, and to its first row as soon as it has been read. */
export const focusColumn = (id: string): void => {
  set({ activeColumn: id, region: 'columns' });
  const isRead = (): boolean => get().columns[id]?.phase !== 'loading';
  const arrive = (): void => {
    const { activeColumn, region, columns } = get();
    if (!columns[id] || activeColumn !== id || region !== 'columns') return;
    focusCard(id, rowInFocus(get(), id));
    toDom(id);
  };
  if (isRead()) return arrive();
  toDom(id);
  const stop = useDesk.subscribe(() => {
    if (!isRead()) return;
    // First: arriving is a change too.
    stop();
    arrive();
  });
};

/** Pinned ones stand at the left, each group in its own order. */
const pinnedFirst = (columns: readonly ColumnDefinition[]): ColumnDefinition[] =>
  columns.toSorted((a, b) => Number(b.isPinned ?? false) - Number(a.isPinned ?? false));

export const columnRun = {
  'column.add': () => set({ overlay: 'column', editedColumn: null }),
  'column.edit': () => set({ overlay: 'column', editedColumn: get().activeColumn }),
  'column.duplicate': duplicate,
  'column.remove': remove,
  'column.restore': restore,
  'column.moveLeft': () => moveBy(-1),
  'column.moveRight': () => moveBy(1),
  'column.wider': () => widen(widths.step),
  'column.narrower': () => widen(-widths.step),
  'column.density': flipDensity,
  'column.pin': flipPin,
  'column.sound': nextSound,
  'column.flip': () => nextOrder(get().activeColumn),
} satisfies Partial<Record<CommandId, () => void | Promise<void>>>;

const ofOwn = (desk: Desk): string | null =>
  ownColumns(desk) ? null : 'The columns of this place are fixed. Go to Triage, or to a desk of your own.';
const hasRoom = (desk: Desk): string | null =>
  ofOwn(desk) ??
  ((ownColumns(desk)?.length ?? 0) < columnCap
    ? null
    : `There are ${columnCap} columns, which is the most. Remove one first.`);

export const columnRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'column.add': hasRoom,
  'column.edit': ofOwn,
  'column.duplicate': hasRoom,
  'column.remove': (desk) =>
    ofOwn(desk) ?? (ownColumns(desk)?.length === 1 ? 'This is the only column: change it instead.' : null),
  'column.restore': (desk) => hasRoom(desk) ?? (removed ? null : 'No column was removed.'),
  'column.moveLeft': ofOwn,
  'column.moveRight': ofOwn,
  'column.wider': ofOwn,
  'column.narrower': ofOwn,
  'column.density': ofOwn,
  'column.pin': ofOwn,
  'column.sound': ofOwn,
};
