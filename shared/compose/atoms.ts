import { linksIn } from '../compose.ts';

/** A stretch of text that is never cut, and where it stands. White space between two atoms belongs to neither. */
export type Atom = { from: number; to: number };

/** Words, as a reader of any script sees them: a sentence of Japanese is many, a link is one. */
export const atomsIn = (text: string): Atom[] => {
  const atoms: Atom[] = [];
  for (const { index, 0: token } of text.matchAll(/\S+/gu)) {
    if (isSpaced(token)) atoms.push({ from: index, to: index + token.length });
    else atoms.push(...wordsIn(token).map(({ from, to }) => ({ from: index + from, to: index + to })));
  }
  return atoms;
};

/** A word that is too long for one post alone, in the smallest pieces a reader would not miss: graphemes. */
export const piecesOf = (text: string, { from, to }: Atom): Atom[] =>
  [...graphemes.segment(text.slice(from, to))].map(({ index, segment }) => ({
    from: from + index,
    to: from + index + segment.length,
  }));

/** A pile of marks on one letter can be longer than a post: then between two code points. */
export const pointsOf = (text: string, { from, to }: Atom): Atom[] => {
  const points: Atom[] = [];
  let at = from;
  for (const point of text.slice(from, to)) {
    points.push({ from: at, to: at + point.length });
    at += point.length;
  }
  return points;
};

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Scripts that put no space between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const isSpaced = (token: string): boolean => !unspaced.test(token);

/** The words of a token without spaces: what closes stays with the word before it, what opens with the one after, links stay whole. */
const wordsIn = (token: string): Atom[] => {
  const links = linksIn(token).map(({ indices }) => indices);
  const atoms: Atom[] = [];
  for (const { index, segment, isWordLike = false } of words.segment(token)) {
    const before = atoms.at(-1);
    const belongs =
      links.some(([from, to]) => from < index && index < to) ||
      (!isWordLike && !opening.test(segment)) ||
      (before && opening.test(token.slice(before.from, before.to).slice(-1)));
    if (before && belongs) before.to = index + segment.length;
    else atoms.push({ from: index, to: index + segment.length });
  }
  return atoms;
};

/** Brackets and quotes that open, and the marks of names and topics. */
const opening = /^[\p{Ps}\p{Pi}#＃@＠]/u;
