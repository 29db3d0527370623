import type { SearchAnswer, SearchState } from '../../../shared/api/search.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import { parseSearch } from '../../../shared/search/parse.ts';
import type { Query } from '../../../shared/search/query.ts';
import { soughtIn, type Sought } from '../../../shared/search/sought.ts';
import type { Db, Reader } from '../../db/db.ts';
import { ranked, rankedCap } from './best.ts';
import { createFinder, type GoesOn } from './find.ts';
import { byThread } from './hits.ts';
import { marksOf } from './indexing.ts';

/** One search, whole: all that it needs to know beside the desk's file. */
export type Search = {
  text: string;
  me: AgentId;
  now: Ms;
  zone: string;
  order: 'newest' | 'best';
  before: number | null;
  limit: number;
  /** The word that ends here may not be finished. */
  caret?: number | undefined;
  /** No document below this id. */
  downTo?: number | undefined;
  /** Nobody waits for it: it gives way to those somebody waits for. */
  isAside?: boolean | undefined;
};

/** Reads only, so it may stand on a connection of its own in another thread. */
export const createSearch = (db: Db): ((search: Search, goesOn?: GoesOn) => SearchAnswer) => {
  const find = createFinder(db);
  return ({ text, me, now, zone, order, before, limit, caret, downTo }, goesOn) => {
    const { query } = parseSearch(text, { now, zone, ...(caret !== undefined && { caret }) });
    if (query === null) return { threads: [], next: null, isCut: false, isCapped: false };
    const sought = wordsOf(query);
    if (order === 'best') {
      const { found, next, isCut } = find({ query, me, before: null, downTo, limit: rankedCap }, goesOn);
      const best = ranked(found, sought).slice(0, limit);
      return { threads: byThread(db, best, sought), next: null, isCut, isCapped: next !== null };
    }
    const { found, next, isCut } = find({ query, me, before, downTo, limit }, goesOn);
    return { threads: byThread(db, found, sought), next, isCut, isCapped: false };
  };
};

/** By the order of arrival: what was deleted since counts as looked at. */
export const searchState = (db: Reader): SearchState => {
  const { from_seq, upto_seq } = marksOf(db);
  const newest = db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0;
  const hasOlder = db.find('SELECT 1 FROM messages WHERE seq < ? LIMIT 1', from_seq) !== undefined;
  return { indexed: Math.max(0, upto_seq - (hasOlder ? from_seq - 1 : 0)), of: newest };
};

/** What is to be marked in the texts: not what must not stand there. */
const wordsOf = (query: Query): Sought[] => {
  switch (query.kind) {
    case 'word':
      return [soughtIn(query.text, query.isPrefix)].filter((one) => one !== null);
    case 'phrase':
      return [soughtIn(query.text, false)].filter((one) => one !== null);
    case 'all':
    case 'any':
      return query.of.flatMap(wordsOf);
    default:
      return [];
  }
};
