import fuzzysort from 'fuzzysort';
import type { Snippet } from '../../shared/model.ts';

/** In the customer's language first, then those for everybody, then the rest; openings before facts in an empty answer. */
export const snippetsFor = (
  query: string,
  snippets: readonly Snippet[],
  { lang, isBeginning }: { lang: string | null; isBeginning: boolean },
): Snippet[] => {
  const asked = query.trim();
  const found =
    asked === ''
      ? snippets.toSorted((a, b) => placeOf(a, isBeginning) - placeOf(b, isBeginning))
      : fuzzysort.go(asked, snippets, { keys: ['name', 'text'], threshold: 0.3 }).map(({ obj }) => obj);
  return found.toSorted((a, b) => distance(a, lang) - distance(b, lang));
};

const placeOf = ({ kind }: Snippet, isBeginning: boolean): number =>
  (kind === 'opening') === isBeginning ? 0 : 1;

const distance = (snippet: Snippet, lang: string | null): number => {
  if (snippet.lang === null) return 1;
  return lang !== null && baseOf(snippet.lang) === baseOf(lang) ? 0 : 2;
};

/** `pt-BR` speaks to somebody who writes `pt`. */
const baseOf = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';
