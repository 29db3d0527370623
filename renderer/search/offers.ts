import { completeSearch, type Completion, type Known } from '../../shared/search/complete.ts';
import type { Problem } from '../../shared/search/query.ts';

export type Offers = {
  options: readonly Completion[];
  /** The first is what Enter takes: somebody is in the middle of a part. Words are looked for as they are. */
  isPart: boolean;
};

const most = 9;

/** What could stand where the caret is. */
export const offersAt = (text: string, caret: number, known: Known): Offers => {
  const options = completeSearch(text, caret, known)
    .filter((one) => one.text !== text.slice(one.from, one.to))
    .slice(0, most);
  const [first] = options;
  return {
    options,
    isPart: first !== undefined && /^(?:[a-z]+:|[#@])/iu.test(text.slice(first.from, caret)),
  };
};

/** The text with an offer in it, and where the caret is then. A part waits for its value; whole things are followed by a space. */
export const withOffer = (
  text: string,
  { from, to, text: put }: Completion,
): { text: string; caret: number } => {
  const before = text.slice(0, from) + put;
  if (put.endsWith(':')) return { text: before + text.slice(to), caret: before.length };
  return { text: `${before} ${text.slice(to).trimStart()}`, caret: before.length + 1 };
};

/** What to say under the caret: of what stands there, else of what is left out, else what there is to know. */
export const problemAt = (problems: readonly Problem[], caret: number): Problem | undefined =>
  problems.find((one) => isAt(one, caret)) ?? problems.find(({ tone }) => tone === 'error') ?? problems[0];

export const isAt = ({ from, to }: Problem, caret: number): boolean => from <= caret && caret <= to;
