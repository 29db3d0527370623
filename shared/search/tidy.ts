import type { Query } from './query.ts';
import { soughtIn } from './sought.ts';
import { isWritable } from './writing.ts';

/**
 * The same query in the one shape it has: groups of groups of the same kind made one, groups of one or none gone, what is
 * denied twice affirmed, words that could not be typed as they are made phrases. Null: nothing is left to look for.
 */
export const tidy = (query: Query): Query | null => {
  switch (query.kind) {
    case 'all':
    case 'any': {
      const { kind } = query;
      const parts = query.of
        .map(tidy)
        .filter((one) => one !== null)
        .flatMap((one) => (one.kind === kind ? one.of : [one]));
      const [first] = parts;
      return parts.length > 1 ? { kind, of: parts } : (first ?? null);
    }
    case 'not': {
      const of = tidy(query.of);
      return of?.kind === 'not' ? of.of : of && { kind: 'not', of };
    }
    case 'word':
      if (soughtIn(query.text, query.isPrefix) === null) return null;
      return query.isPrefix || isWritable(query.text) ? query : { kind: 'phrase', text: query.text };
    case 'phrase':
      return soughtIn(query.text, false) && query;
    case 'field':
      return query.value.trim() === '' ? null : ({ ...query, value: query.value.trim() } as typeof query);
  }
};
