import type { Query } from './query.ts';
import { tidy } from './tidy.ts';
import { isWritable, quoted, valued } from './writing.ts';

/** A query in words that mean the same query again, whoever reads them: `printSearch(parseSearch(text).query)` is stable. */
export const printSearch = (query: Query | null): string => {
  const plain = query && tidy(query);
  return plain === null ? '' : print(plain);
};

const print = (query: Query): string => {
  switch (query.kind) {
    case 'all':
      return query.of.map((one) => (one.kind === 'any' ? `(${print(one)})` : print(one))).join(' ');
    case 'any':
      return query.of.map((one) => (one.kind === 'all' ? `(${print(one)})` : print(one))).join(' OR ');
    case 'not':
      return query.of.kind === 'all' || query.of.kind === 'any'
        ? `-(${print(query.of)})`
        : `-${print(query.of)}`;
    case 'word':
      return `${isWritable(query.text) ? query.text : quoted(query.text)}${query.isPrefix ? '*' : ''}`;
    case 'phrase':
      return quoted(query.text);
    case 'field':
      return `${query.name}:${valued(query.value)}`;
  }
};
