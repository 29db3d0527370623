import type { searchRequests } from '../../../shared/api/search.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { searchState } from './search.ts';

export const searchHandlers = (
  desk: Desk,
  { searching }: Pick<Surroundings, 'searching'>,
): Pick<Handlers, keyof typeof searchRequests> => ({
  'search.run': ({ key, ...asked }) =>
    searching.run({ ...asked, me: desk.me, now: desk.now() }, `${desk.me} ${key}`),
  'search.state': () => searchState(desk.db),
});
