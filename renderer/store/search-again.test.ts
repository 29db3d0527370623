import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SearchColumn } from '../../shared/api/search.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { agent, card, threadId } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { noRows } from './apply.ts';
import { blank, get, set } from './desk.ts';
import { listen } from './events.ts';
import { loadMore, revealNew, showColumns } from './load.ts';
import { changedBy, startSearchingAgain } from './search-again.ts';
import { tellView } from './views.ts';

const definition = { id: 'kept', title: 'Refunds', filter: { search: 'refund' }, order: 'newest' } as const;

/** What the archive holds: when the newest hit of each thread was written. */
let found: Record<string, number>;
let door: FakeDoor;
let isBusy: boolean;
let stops: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  found = { a: 10, b: 20, c: 30 };
  isBusy = false;
  const newest = (): { threadId: ThreadId; at: number }[] =>
    Object.entries(found)
      .map(([id, at]) => ({ threadId: threadId(id), at }))
      .toSorted((one, other) => other.at - one.at);
  door = fakeDoor([], [], {
    'search.column': ({ before, downTo, limit }): SearchColumn | null => {
      if (isBusy) return null;
      const all = newest().filter(({ at }) => (before === null || at < before) && at >= downTo);
      const page = all.slice(0, Math.min(limit, 100));
      const next = page.length < all.length ? (page.at(-1)?.at ?? null) : null;
      return { found: page, next, from: next ?? downTo, isBehind: false };
    },
    // The card's own time says nothing about where it stands in a search.
    'search.cards': ({ threadIds }) => threadIds.map((id) => card(id, { sortAt: 1 })),
  });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: agent(), activeColumn: 'kept' }, true);
  stops = [listen(() => undefined), startSearchingAgain()];
});
afterEach(() => {
  for (const stop of stops) stop();
  tellView('kept', null);
  vi.useRealTimers();
});

const column = () => {
  const shown = get().columns['kept'];
  if (!shown) throw new Error('no column');
  return shown;
};
const somethingChanged = async (): Promise<void> => {
  door.emit('rows.changed', noRows);
  await vi.advanceTimersByTimeAsync(1500);
};
const atMinutes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it('shows threads by what was found in them last', async () => {
  await showColumns([definition]);
  expect(column()).toMatchObject({ phase: 'ready', ids: ['c', 'b', 'a'], hasMore: false });
  expect(door.askedFor('column.page')).toEqual([]);
  expect(door.askedFor('column.count')).toEqual([]);
});

it('takes in what is found since, moves nothing that is in view, and asks once a second at most', async () => {
  await showColumns([definition]);
  tellView('kept', { first: 0, last: 5 });
  await atMinutes(4000);
  const asked = (): number => door.askedFor('search.column').length;
  const before = asked();
  found = { ...found, d: 40, a: 50 };
  for (let n = 0; n < 20; n += 1) door.emit('rows.changed', noRows);
  await somethingChanged();
  expect(asked() - before).toBeLessThanOrEqual(2);
  expect(column()).toMatchObject({ ids: ['c', 'b', 'a'], newCount: 2 });
  await revealNew('kept');
  expect(column()).toMatchObject({ ids: ['a', 'd', 'c', 'b'], newCount: 0 });
});

it('dims in place what is found no more', async () => {
  await showColumns([definition]);
  tellView('kept', { first: 0, last: 5 });
  delete found['b'];
  await somethingChanged();
  expect(column().ids).toEqual(['c', 'b', 'a']);
  expect([...column().left]).toEqual(['b']);
});

it('reads further down where the search went on, and asks again no further than that', async () => {
  found = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`t${at}`, 1000 - at]));
  await showColumns([definition]);
  expect(column()).toMatchObject({ hasMore: true });
  expect(column().ids).toHaveLength(100);
  await somethingChanged();
  expect(door.askedFor('search.column').at(-1)).toMatchObject({ before: null, downTo: 901 });
  await loadMore('kept');
  expect(column()).toMatchObject({ hasMore: false });
  expect(column().ids).toHaveLength(150);
});

it('waits where the search gives way to somebody who types, and then has its rows', async () => {
  isBusy = true;
  await showColumns([definition]);
  expect(column()).toMatchObject({ phase: 'loading' });
  isBusy = false;
  await atMinutes(600);
  expect(column()).toMatchObject({ phase: 'ready', ids: ['c', 'b', 'a'] });
});

it('says nothing of what was not looked at', () => {
  const known = new Map([
    [threadId('old'), 5],
    [threadId('gone'), 50],
    [threadId('same'), 60],
  ]);
  const answer = { found: [{ threadId: threadId('same'), at: 60 }], next: 1, from: 10, isBehind: false };
  expect([...changedBy(known, answer)]).toEqual([['gone', null]]);
});
