import { foldText, isSpaceless, tokensOf } from '../../../shared/search/fold.ts';
import type { Sought } from '../../../shared/search/sought.ts';

/**
 * What the index keeps of a text, one token after the other: its words without `#` and `@`, so that phrases run through them
 * as through `tokensOf`; then of each run of a script without spaces every two neighbours, and its last character alone, so
 * that no run seems to go on in the next. Words with their signs are told apart: they go among the facts.
 */
export const indexedText = (text: string): { text: string; signed: string[] } => {
  const folded = foldText(text);
  const words = tokensOf(folded).map((token) => token.text);
  return {
    text: [...words.map(bare), ...runsIn(folded).flatMap(neighbours)].join(' '),
    signed: words.filter(isSigned),
  };
};

const isSigned = (word: string): boolean => word.startsWith('#') || word.startsWith('@');
const bare = (word: string): string => (isSigned(word) ? word.slice(1) : word);

/** A search of the index, and whether it finds only what is looked for: else the texts found are to be read. */
export type Asked = { match: string; isExact: boolean };

/** What every document is found by. */
export const anything = 'facts : "all"';

export const askedFor = (sought: Sought): Asked =>
  sought.by === 'words' ? askedWords(sought) : askedPart(sought.text);

const askedWords = ({ words, isPrefix }: Sought & { by: 'words' }): Asked => {
  const star = isPrefix ? '*' : '';
  const signed = words.filter(isSigned);
  if (words.length === 1 && signed.length === 1) {
    return { match: `facts : ${quoted(signed.join(''))}${star}`, isExact: true };
  }
  return { match: `text : ${quoted(words.map(bare).join(' '))}${star}`, isExact: signed.length === 0 };
};

const askedPart = (part: string): Asked => {
  const runs = runsIn(part);
  const match = runs.map((run) => {
    const pairs = neighbours(run).slice(0, -1);
    return pairs.length === 0 ? `text : ${quoted(run)}*` : `text : ${quoted(pairs.join(' '))}`;
  });
  // A part of an emoji is another emoji, and what stands around a run is not in the index.
  const isExact = runs.length === 1 && runs[0] === part && !pictures.test(part);
  return { match: match.join(' AND ') || anything, isExact };
};

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const neighbours = (run: string): string[] => {
  const chars = Array.from(run);
  return chars.map((char, at) => char + (chars[at + 1] ?? ''));
};

/** Characters one after the other that are found as parts, with what joins emoji. */
const runsIn = (folded: string): string[] => {
  if (!beyondAscii.test(folded)) return [];
  const runs: string[] = [];
  let run = '';
  for (const char of folded) {
    if (char === '\u200d' || isSpaceless(char)) run += char;
    else if (run !== '') {
      runs.push(run);
      run = '';
    }
  }
  if (run !== '') runs.push(run);
  return runs;
};

const pictures = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u200d]/u;
const beyondAscii = /[^\0-\x7f]/;
