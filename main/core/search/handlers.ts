import type { searchRequests } from '../../../shared/api/search.ts';
import { sawFound } from '../audit/found.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { cardsOf, searchColumn } from './column.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { searchState } from './search.ts';

export const searchHandlers = (
  desk: Desk,
  { searching, looks }: Pick<Surroundings, 'searching' | 'looks'>,
): Pick<Handlers, keyof typeof searchRequests> => ({
  'search.run': async ({ key, ...asked }) => {
    const answer = await searching.run({ ...asked, me: desk.me, now: desk.now() }, `${desk.me} ${key}`);
    sawFound(looks, desk.me, answer);
    return answer;
  },
  'search.state': () => searchState(desk.db),
  'search.column': ({ key, ...asked }) =>
    searchColumn(
      desk,
      searching,
      { ...asked, order: 'newest', me: desk.me, now: desk.now() },
      `${desk.me} ${key}`,
    ),
  'search.cards': ({ threadIds }) => cardsOf(desk, threadIds),
  'search.recent': () => recentSearches(desk),
  'search.remember': ({ text }) => rememberSearch(desk, text),
  'search.forget': () => forgetSearches(desk),
});
