import { parseSearch } from '../../shared/search/parse.ts';
import { printSearch } from '../../shared/search/print.ts';
import type { Query } from '../../shared/search/query.ts';
import { call } from '../call.ts';
import { myZone } from '../clocks/my-zone.ts';
import { reading } from './plain.ts';

/** Another search that does find something, and what was left out or changed for it. */
export type Instead = { text: string; says: string };

/** So many parts are tried without, at most: each is a search of its own. */
const mostParts = 6;

/** What could be looked for instead: the same without one part, or with words that only begin so. */
export const alternatives = (text: string): Instead[] => {
  const { query } = parseSearch(text, reading());
  if (query === null) return [];
  const parts = query.kind === 'all' ? query.of : [query];
  const without =
    parts.length < 2 || parts.length > mostParts
      ? []
      : parts.map((part, at) => ({
          text: printSearch({ kind: 'all', of: parts.toSpliced(at, 1) }),
          says: `without ${printSearch(part)}`,
        }));
  const begun = printSearch({ kind: 'all', of: parts.map(begins) });
  return [
    ...without,
    ...(begun === printSearch(query) ? [] : [{ text: begun, says: 'words that begin so' }]),
  ];
};

const begins = (part: Query): Query => (part.kind === 'word' ? { ...part, isPrefix: true } : part);

/** Those of them that find something, one after the other; it ends when `goesOn` says so. */
export const tried = async (all: readonly Instead[], goesOn: () => boolean): Promise<Instead[]> => {
  const found: Instead[] = [];
  for (const one of all) {
    const { text } = one;
    const asked = {
      text,
      zone: myZone(),
      order: 'newest' as const,
      before: null,
      limit: 1,
      key: 'archive instead',
    };
    const answer = goesOn() ? await call('search.run', asked).catch(() => null) : null;
    if (answer && answer.threads.length > 0) found.push(one);
  }
  return goesOn() ? found : [];
};
