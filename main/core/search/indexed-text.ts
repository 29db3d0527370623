import { foldText, isSpaceless, tokensOf } from '../../../shared/search/fold.ts';
import type { Sought } from '../../../shared/search/sought.ts';

/**
 * What the index keeps of a text, one token after the other: words without `#` and `@`, so that phrases run through them;
 * and of each run of a script without spaces every two neighbours, then its last character alone, so that no run seems to
 * go on in the next. Words with their signs are told apart: they go among the facts.
 */
export const indexedText = (text: string): { text: string; signed: string[] } => {
  const folded = foldText(text);
  const tokens: { text: string; at: number }[] = [];
  const signed: string[] = [];
  for (const { text: word, at } of tokensOf(folded)) {
    const isSigned = /^[#@]/u.test(word);
    if (isSigned) signed.push(word);
    tokens.push({ text: isSigned ? word.slice(1) : word, at });
  }
  const words = tokens.length;
  for (const run of runsIn(folded))
    for (const text of neighbours(run.text)) tokens.push({ text, at: run.at });
  if (words > 0 && tokens.length > words) tokens.sort((a, b) => a.at - b.at);
  return { text: tokens.map((token) => token.text).join(' '), signed };
};

/** A search of the index, and whether it finds only what is looked for: else the texts found are to be read. */
export type Asked = { match: string; isExact: boolean };

/** What every document is found by. */
export const anything = 'facts : "all"';

export const askedFor = (sought: Sought): Asked =>
  sought.by === 'words' ? askedWords(sought) : askedPart(sought.text);

const askedWords = ({ words, isPrefix }: Sought & { by: 'words' }): Asked => {
  const star = isPrefix ? '*' : '';
  const signed = words.filter((word) => /^[#@]/u.test(word));
  if (words.length === 1 && signed.length === 1) {
    return { match: `facts : ${quoted(signed.join(''))}${star}`, isExact: true };
  }
  const plain = `text : ${quoted(words.map((word) => word.replace(/^[#@]/u, '')).join(' '))}${star}`;
  return { match: plain, isExact: signed.length === 0 };
};

const askedPart = (part: string): Asked => {
  const runs = runsIn(part);
  const match = runs.map(({ text }) => {
    const pairs = neighbours(text).slice(0, -1);
    return pairs.length === 0 ? `text : ${quoted(text)}*` : `text : ${quoted(pairs.join(' '))}`;
  });
  const [only] = runs;
  // A part of an emoji is another emoji, and what stands around a run is not in the index.
  const isExact = runs.length === 1 && only?.text === part && !pictures.test(part);
  return { match: match.join(' AND ') || anything, isExact };
};

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const neighbours = (run: string): string[] => {
  const chars = Array.from(run);
  return chars.map((char, at) => char + (chars[at + 1] ?? ''));
};

/** Characters one after the other that are found as parts, with what joins emoji. */
const runsIn = (folded: string): { text: string; at: number }[] => {
  if (!beyondAscii.test(folded)) return [];
  const runs: { text: string; at: number }[] = [];
  let run = '';
  let from = 0;
  let at = 0;
  for (const char of folded) {
    if (char === '\u200d' || isSpaceless(char)) {
      if (run === '') from = at;
      run += char;
    } else if (run !== '') {
      runs.push({ text: run, at: from });
      run = '';
    }
    at += char.length;
  }
  if (run !== '') runs.push({ text: run, at: from });
  return runs;
};

const pictures = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u200d]/u;
const beyondAscii = /[^\0-\x7f]/;
