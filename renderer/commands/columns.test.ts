import { beforeEach, expect, it } from 'vitest';
import type { Settings } from '../../shared/settings.ts';
import { blank, get, set } from '../store/desk.ts';
import { followColumns } from '../store/follow-columns.ts';
import { openDesk } from '../store/load.ts';
import { card } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { whyNot } from './available.ts';
import { addColumn, columnCap, nextOrder, setWidth } from './columns.ts';
import { goToOwn, saveDesk } from './own-desks.ts';
import { runCommand } from './run.ts';

let kept: Settings;

beforeEach(async () => {
  kept = snapshot().settings;
  window.earshot = fakeDoor([card('maya')], [], {
    'desk.open': () => snapshot({ settings: kept, columns: kept.columns }),
    'settings.save': (change) => (kept = { ...kept, ...change } as Settings),
  });
  set(blank(), true);
  await openDesk();
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const titles = (): string[] => Object.values(get().columns).map(({ definition }) => definition.title);
const keptTitles = (): string[] => kept.columns.map(({ title }) => title);

it('puts a new column beside the one in focus, and keeps it', async () => {
  set({ activeColumn: 'mine' });
  await addColumn({ title: 'Unread', filter: { isUnread: true }, order: 'newest' });
  expect(titles()).toEqual(['New', 'Mine', 'Unread', 'All open']);
  expect(keptTitles()).toEqual(titles());
  expect(get().columns[get().activeColumn]?.definition.title).toBe('Unread');
});

it('brings a removed column back to its place with undo, unless something else was done since', async () => {
  set({ activeColumn: 'new' });
  runCommand('column.remove');
  await settled();
  expect(titles()).toEqual(['Mine', 'All open']);
  runCommand('change.undo');
  await settled();
  expect(titles()).toEqual(['New', 'Mine', 'All open']);

  set({ activeColumn: 'new' });
  runCommand('column.remove');
  await settled();
  set({ focused: { mine: card('maya').id }, activeColumn: 'mine' });
  get().cards.set(card('maya').id, card('maya'));
  runCommand('thread.claim');
  runCommand('change.undo');
  await settled();
  expect(titles()).toEqual(['Mine', 'All open']);
  runCommand('column.restore');
  await settled();
  expect(titles()).toEqual(['New', 'Mine', 'All open']);
});

it('undoes a removal before it has been kept', async () => {
  set({ activeColumn: 'new' });
  runCommand('column.remove');
  runCommand('change.undo');
  await settled();
  expect(titles()).toEqual(['New', 'Mine', 'All open']);
  expect(keptTitles()).toEqual(titles());
});

it('keeps what is pinned at the left', async () => {
  set({ activeColumn: 'open' });
  runCommand('column.pin');
  await settled();
  expect(titles()).toEqual(['All open', 'New', 'Mine']);
  runCommand('column.moveRight');
  await settled();
  expect(titles()).toEqual(['All open', 'New', 'Mine']);
});

it('offers the order by deadline only where threads are open', async () => {
  const orders: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await nextOrder('open');
    orders.push(get().columns['open']?.definition.order ?? '');
  }
  expect(orders).toEqual(['oldest', 'due', 'newest']);
});

it('keeps widths within reason, and rows where only the look changes', async () => {
  const before = get().columns['new']?.ids;
  await setWidth('new', 10_000);
  expect(get().columns['new']).toMatchObject({ definition: { width: 640 }, phase: 'ready' });
  expect(get().columns['new']?.ids).toBe(before);
});

it('has twenty columns at most, and never none', async () => {
  for (let count = 3; count < columnCap; count += 1)
    await addColumn({ title: `${count}`, filter: {}, order: 'newest' });
  expect(whyNot('column.add', get())).toContain('20');
  kept = { ...kept, columns: kept.columns.slice(0, 1) };
  set({ settings: kept });
  expect(whyNot('column.remove', get())).toContain('only column');
});

it('makes a desk of the columns on screen, which then has columns of its own', async () => {
  await saveDesk('Morning');
  expect(get().namedDesk).toBe(kept.desks[0]?.id);
  await addColumn({ title: 'Unread', filter: { isUnread: true }, order: 'newest' });
  expect(kept.desks[0]?.columns).toHaveLength(4);
  expect(keptTitles()).toEqual(['New', 'Mine', 'All open']);
  goToOwn(null);
  expect(titles()).toEqual(['New', 'Mine', 'All open']);
  expect(whyNot('desk.1', get())).toBeNull();
  expect(whyNot('desk.2', get())).toContain('no desk 2');
});

it('takes over what another window has done to the columns', () => {
  const stop = followColumns();
  set({ settings: { ...get().settings, columns: get().settings.columns.slice(1) } });
  expect(titles()).toEqual(['Mine', 'All open']);
  stop();
});
