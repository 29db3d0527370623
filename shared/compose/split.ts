import { measure, sign, unsendable, unsigned, type Said } from '../compose.ts';
import { atomsIn, piecesOf, pointsOf, type Atom } from './atoms.ts';

/** So many posts an answer may become; more would be a letter. */
export const partsCap = 25;

export type Split = {
  /** As they leave, each with its number, the last still without the signature; one part has no number. */
  parts: string[];
  /** Where in the text each further part begins. */
  cuts: number[];
  /** Not even `partsCap` posts hold it. */
  isTooLong: boolean;
};

type Answer = { kind: 'post' | 'dm'; text: string; initials: string; said?: Said };

/**
 * A text that is too long, as a numbered chain. It is cut after a sentence where one ends near enough, else between two words;
 * never in a link, and in a word only where that word alone is too long. Signature and number are reserved in every part,
 * so that typing on at the end moves no cut above it.
 */
export const split = ({ kind, text, initials, said = 'to-nobody' }: Answer): Split => {
  const body = unsigned(text.replace(unsendable, ''), initials);
  if (!measure(kind, sign(body, initials), said).isTooLong)
    return { parts: [text], cuts: [], isTooLong: false };
  const fits = (part: string, isFirst: boolean): boolean =>
    // Further parts answer our own post: mentions at their head do count.
    !measure(kind, `${part} ${widest} ^${initials}`, isFirst ? said : 'to-nobody').isTooLong;
  const spans = fill(body, fits);
  return {
    parts: spans.map(({ from, to }, at) => `${body.slice(from, to)} ${at + 1}/${spans.length}`),
    cuts: spans.slice(1).map(({ from }) => from),
    isTooLong: spans.length > partsCap,
  };
};

/** Parts that come back as one text to write on: their numbers go, the gaps they were cut at are spaces again. */
export const joined = (parts: readonly string[]): string =>
  parts.map((part) => part.replace(/ \d+\/\d+$/u, '')).join(' ');

const widest = `${partsCap}/${partsCap}`;

type Fits = (part: string, isFirst: boolean) => boolean;

const fill = (text: string, fits: Fits): Atom[] => {
  let rest = atomsIn(text);
  const spans: Atom[] = [];
  for (let next = rest[0]; next !== undefined && spans.length <= partsCap; next = rest[0]) {
    const { from } = next;
    const count = howManyFit(rest, ({ to }) => fits(text.slice(from, to), spans.length === 0));
    if (count === 0) {
      rest = [...smaller(text, next), ...rest.slice(1)];
      continue;
    }
    const taken = count === rest.length ? rest : toTheEndOfASentence(text, rest, count);
    spans.push({ from, to: taken.at(-1)?.to ?? from });
    rest = rest.slice(taken.length);
  }
  return spans;
};

/** So many atoms make one part; more of them never weigh less. Far ahead is not looked: weighing is what costs. */
const howManyFit = (atoms: readonly Atom[], holds: (last: Atom) => boolean): number => {
  const fits = (count: number): boolean => {
    const last = atoms[count - 1];
    return last !== undefined && holds(last);
  };
  let [low, high] = [0, 1];
  while (fits(high)) [low, high] = [high, Math.max(high + 1, Math.min(2 * high, atoms.length))];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
};

const smaller = (text: string, atom: Atom): Atom[] => {
  const pieces = piecesOf(text, atom);
  return pieces.length > 1 ? pieces : pointsOf(text, atom);
};

/** A part this full may end with its sentence. */
const fullEnough = 0.75;

/** The first `count` atoms, or some fewer, where a sentence or a paragraph ends. */
const toTheEndOfASentence = (text: string, atoms: readonly Atom[], count: number): readonly Atom[] => {
  const all = atoms.slice(0, count);
  const from = all[0]?.from ?? 0;
  const least = from + ((all.at(-1)?.to ?? from) - from) * fullEnough;
  const last = all.findLastIndex(
    ({ to }, at) => to >= least && isEnd(text.slice(from, to), text.slice(to, atoms[at + 1]?.from)),
  );
  return last === -1 ? all : all.slice(0, last + 1);
};

const isEnd = (before: string, gap: string): boolean =>
  gap.includes('\n') ||
  (gap !== '' && /[.!?…؟۔]["'”’»)\]]*$/u.test(before)) ||
  /[。！？][」』）]*$/u.test(before);
