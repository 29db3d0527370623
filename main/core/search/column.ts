import type { SearchColumn } from '../../../shared/api/search.ts';
import type { Card } from '../../../shared/model.ts';
import { findCard } from '../columns/cards.ts';
import type { Desk } from '../desk.ts';
import { writtenFrom } from './doc-ids.ts';
import { isBehind } from './indexing.ts';
import type { Search } from './search.ts';
import type { Searching } from './searching.ts';

/** What a search finds, by thread: what a column shows that was made of it. Null: it gave way. */
export const searchColumn = async (
  { db }: Pick<Desk, 'db'>,
  searching: Searching,
  search: Search,
  key: string,
): Promise<SearchColumn | null> => {
  const answer = await searching.run({ ...search, isAside: true }, key);
  if (answer === null) return null;
  const { threads, next } = answer;
  return {
    // Read the newest first, so the first hit of each thread is its newest.
    found: threads.map(({ threadId, hits }) => ({ threadId, at: hits[0]?.at ?? 0 })),
    next,
    from: writtenFrom(next ?? search.downTo ?? 0),
    isBehind: isBehind(db),
  };
};

export const cardsOf = ({ db }: Pick<Desk, 'db'>, threadIds: readonly string[]): Card[] =>
  threadIds.flatMap((id) => findCard(db, id) ?? []);
