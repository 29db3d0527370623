import { parseSearch } from '../../shared/search/parse.ts';
import { printSearch } from '../../shared/search/print.ts';
import type { Reading } from '../../shared/search/query.ts';
import { myZone } from '../clocks/my-zone.ts';
import type { SearchDesk } from './store.ts';

export const reading = (): Reading => ({ now: Date.now(), zone: myZone() });

/** What was typed as it is kept: the word that was not finished with its star, and without what could not be read. */
export const plainText = ({ text, caret }: Pick<SearchDesk, 'text' | 'caret'>): string =>
  printSearch(parseSearch(text, { ...reading(), ...(caret !== null && { caret }) }).query);
