import { foldText, isSpaceless } from '../../shared/search/fold.ts';
import { parseSearch } from '../../shared/search/parse.ts';
import { printSearch } from '../../shared/search/print.ts';
import type { Reading } from '../../shared/search/query.ts';
import { myZone } from '../clocks/my-zone.ts';
import type { SearchDesk } from './store.ts';

export const reading = (): Reading => ({ now: Date.now(), zone: myZone() });

/** What was typed as it is kept: the word that was not finished with its star, and without what could not be read. */
export const plainText = ({ text, caret }: Pick<SearchDesk, 'text' | 'caret'>): string =>
  printSearch(parseSearch(text, { ...reading(), ...(caret !== null && { caret }) }).query);

/**
 * One letter of a word that is being typed: what begins with it is half of everything, and to read that takes long. A letter
 * of a script without spaces is a word already.
 */
export const isTooShort = ({ text, caret }: Pick<SearchDesk, 'text' | 'caret'>): boolean => {
  const typed = /(?:^|[\s(-])([\p{L}\p{N}])$/u.exec(text.slice(0, caret ?? 0))?.[1];
  return typed !== undefined && !isSpaceless(foldText(typed)) && !/^\S/u.test(text.slice(caret ?? 0));
};
