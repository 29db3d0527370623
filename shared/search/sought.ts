import { foldMapped, foldText, isSpaceless, tokensOf } from './fold.ts';

/**
 * How a word or phrase is looked for in a folded text: as words one after the other, or as a run of characters where the
 * script has no spaces, for emoji, and for what has no words in it at all (`:)`).
 */
export type Sought =
  | { by: 'words'; words: readonly string[]; isPrefix: boolean }
  | { by: 'part'; text: string };

/** Null: nothing is left of it to look for. */
export const soughtIn = (text: string, isPrefix: boolean): Sought | null => {
  const folded = foldText(text).trim();
  if (folded === '') return null;
  const words = tokensOf(folded).map((token) => token.text);
  return isSpaceless(folded) || words.length === 0
    ? { by: 'part', text: folded }
    : { by: 'words', words, isPrefix };
};

/** Where it stands in the text as it was written, in UTF-16 units; overlapping places of a run are told once. */
export const placesOf = (text: string, sought: Sought): { from: number; to: number }[] => {
  const mapped = foldMapped(text);
  return placesIn(mapped.text, sought).map(({ from, to }) => ({
    from: mapped.from[from] ?? 0,
    to: mapped.to[to - 1] ?? text.length,
  }));
};

/** Whether it stands in a folded text. */
export const isIn = (folded: string, sought: Sought): boolean => placesIn(folded, sought).length > 0;

const placesIn = (folded: string, sought: Sought): { from: number; to: number }[] =>
  sought.by === 'part' ? partsIn(folded, sought.text) : runsIn(folded, sought);

const partsIn = (folded: string, part: string): { from: number; to: number }[] => {
  const places: { from: number; to: number }[] = [];
  for (let at = folded.indexOf(part); at !== -1; at = folded.indexOf(part, at + part.length)) {
    if (isWhole(folded, at, part)) places.push({ from: at, to: at + part.length });
  }
  return places;
};

const runsIn = (
  folded: string,
  { words, isPrefix }: Sought & { by: 'words' },
): { from: number; to: number }[] => {
  const tokens = tokensOf(folded);
  return tokens.flatMap((first, at) => {
    const last = tokens[at + words.length - 1];
    const isHere =
      last !== undefined &&
      words.every((word, more) =>
        isWord(tokens[at + more]?.text ?? '', word, isPrefix && more === words.length - 1),
      );
    return isHere ? [{ from: first.at, to: last.at + last.text.length }] : [];
  });
};

/** `maya` finds `@maya` and `#maya`; who writes the sign means it. */
const isWord = (token: string, word: string, isPrefix: boolean): boolean => {
  const plain = /^[#@]/u.test(token) ? token.slice(1) : token;
  return isPrefix ? token.startsWith(word) || plain.startsWith(word) : token === word || plain === word;
};

/** A part of an emoji is another emoji: a technician is not a woman. */
const isWhole = (text: string, at: number, part: string): boolean =>
  text.charAt(at - 1) !== '\u200d' && text.charAt(at + part.length) !== '\u200d';
