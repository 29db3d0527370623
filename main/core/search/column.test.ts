import { expect, it } from 'vitest';
import type { SearchColumn } from '../../../shared/api/search.ts';
import { columnCount, columnPage, idsWhere } from '../columns/page.ts';
import { arrive, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { finish } from '../testing/queues.ts';
import { cardsOf, searchColumn } from './column.ts';
import { indexing } from './indexing.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { searchHere } from './searching.ts';

const minute = 60_000;

/** Twenty customers, a minute apart, every other of them about a refund. */
const busy = (): TestDesk => {
  const desk = makeDesk();
  for (let n = 0; n < 20; n += 1) {
    const text = n % 2 === 0 ? `refund ${n}` : `signal ${n}`;
    arrive(desk, [
      post(String(100 + n), { authorRemoteId: String(10 + n), text, createdAt: start + n * minute }),
    ]);
  }
  finish(desk, indexing);
  return desk;
};

const asker = (desk: TestDesk) => {
  const searching = searchHere(desk.db);
  return async (change: { text?: string; before?: number | null; downTo?: number; limit?: number } = {}) => {
    const asked = { text: 'refund', before: null, downTo: 0, limit: 300, ...change };
    const search = { ...asked, zone: 'UTC', order: 'newest' as const, me: desk.me, now: desk.now() };
    return (await searchColumn(desk, searching, search, 'a')) as SearchColumn;
  };
};

it('tells threads by what was found in them last, page by page, and how far down it looked', async () => {
  const desk = busy();
  const ask = asker(desk);
  const whole = await ask();
  expect(whole).toMatchObject({ next: null, from: 0, isBehind: false });
  expect(whole.found.map(({ at }) => (at - start) / minute)).toEqual([18, 16, 14, 12, 10, 8, 6, 4, 2, 0]);
  const first = await ask({ limit: 4 });
  expect(first.found).toEqual(whole.found.slice(0, 4));
  const rest = await ask({ before: first.next });
  expect([...first.found, ...rest.found]).toEqual(whole.found);
  // Read again, no further than what is shown.
  expect((await ask({ downTo: first.next ?? 0 })).found).toEqual(first.found);
  expect(first.from).toBeLessThanOrEqual(whole.found[3]!.at + minute);
});

it('follows a thread whose newer message is found, and says while something can’t be found yet', async () => {
  const desk = busy();
  const ask = asker(desk);
  const [oldest] = (await ask()).found.toReversed();
  arrive(desk, [
    post('500', { authorRemoteId: '10', text: 'the refund again', createdAt: start + 60 * minute }),
  ]);
  expect((await ask()).isBehind).toBe(true);
  finish(desk, indexing);
  const after = await ask();
  expect(after).toMatchObject({ isBehind: false });
  expect(after.found[0]).toEqual({ threadId: oldest!.threadId, at: start + 60 * minute });
  expect(cardsOf(desk, [oldest!.threadId, 'gone'])).toMatchObject([
    { id: oldest!.threadId, handle: 'user10' },
  ]);
});

it('is no filter: nothing is counted or done by it', () => {
  const desk = busy();
  const filter = { search: 'refund' };
  expect(columnPage(desk, { filter, order: 'newest', after: null, limit: 10 }).cards).toEqual([]);
  expect(columnCount(desk, filter)).toEqual({ count: 0, isCapped: false });
  expect(idsWhere(desk, filter, 10)).toEqual([]);
});

it('finds the answers of an agent too', async () => {
  const desk = busy();
  arrive(
    desk,
    [ownReply('900', '10', { text: 'your refund is on its way', createdAt: start + 90 * minute })],
    'own',
  );
  finish(desk, indexing);
  expect((await asker(desk)({ text: 'is:outbound refund' })).found).toHaveLength(1);
});

it('keeps what each person looked for last, the newest first, in no log', () => {
  const desk = makeDesk();
  const other = desk.as('cd');
  for (let n = 0; n < 15; n += 1) {
    desk.clock.now += 1;
    rememberSearch(desk, `canary ${n}`);
  }
  desk.clock.now += 1;
  expect(rememberSearch(desk, 'canary 9').slice(0, 3)).toEqual(['canary 9', 'canary 14', 'canary 13']);
  expect(recentSearches(desk)).toHaveLength(12);
  expect(recentSearches(other)).toEqual([]);
  expect(
    desk.db.find("SELECT 1 FROM changes WHERE rows LIKE '%canary%' OR input LIKE '%canary%'"),
  ).toBeUndefined();
  expect(forgetSearches(desk)).toEqual([]);
  expect(recentSearches(desk)).toEqual([]);
});
