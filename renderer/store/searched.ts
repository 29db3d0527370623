import type { ColumnPage } from '../../shared/api.ts';
import type { SearchColumn } from '../../shared/api/search.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Card } from '../../shared/model.ts';
import { call } from '../call.ts';
import { myZone } from '../clocks/my-zone.ts';
import type { Finds } from './column.ts';
import { get } from './desk.ts';

// Columns made of a search: what belongs to them is asked of the search, and what it said is kept with the column.

/** So many messages, notes and calls a page. */
const perPage = 100;
/** So many cards at once: reading more in one go would hold up a claim. */
const cardsAtOnce = 40;

/** One page of what the search of a column finds, and all that is known to be found then. Null: it gave way, or the column is gone. */
export const readFinds = async (
  columnId: string,
  before: number | null,
): Promise<{ page: ColumnPage; finds: Finds } | null> => {
  const asked = get().columns[columnId]?.definition;
  const answer = await askFinds(columnId, { before, downTo: 0, limit: perPage });
  if (!answer) return null;
  const cards = await cardsFor(answer.found.map(({ threadId }) => threadId));
  const column = get().columns[columnId];
  if (!column?.finds || column.definition !== asked) return null;
  const at = before === null ? new Map<ThreadId, number>() : column.finds.at;
  for (const one of answer.found) if (!at.has(one.threadId)) at.set(one.threadId, one.at);
  const { next } = answer;
  return { page: { cards, hasMore: next !== null, cursor: null }, finds: { at, next } };
};

export const askFinds = async (
  columnId: string,
  span: { before: number | null; downTo: number; limit: number },
): Promise<SearchColumn | null> => {
  const text = get().columns[columnId]?.definition.filter.search;
  if (text === undefined) return null;
  return call('search.column', { text, zone: myZone(), ...span, key: `column ${columnId}` });
};

/** In parts, so that nothing waits long behind them. */
export const cardsFor = async (threadIds: readonly ThreadId[]): Promise<Card[]> => {
  const cards: Card[] = [];
  for (let from = 0; from < threadIds.length; from += cardsAtOnce) {
    const part = threadIds.slice(from, from + cardsAtOnce);
    cards.push(...(await call('search.cards', { threadIds: part })));
  }
  return cards;
};
