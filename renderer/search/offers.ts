import { completeSearch, type Completion, type Known } from '../../shared/search/complete.ts';
import type { Problem } from '../../shared/search/query.ts';

export type Offers = {
  options: readonly Completion[];
  /** The first is what Enter takes: somebody is in the middle of a part. Words are looked for as they are. */
  isPart: boolean;
};

const most = 9;

/** What could stand where the caret is: what was probably meant first. */
export const offersAt = (text: string, caret: number, known: Known, problems: readonly Problem[]): Offers => {
  const meant = problems.flatMap(({ from, to, suggestion }) =>
    suggestion !== undefined && from <= caret && caret <= to
      ? [{ from, to, text: suggestion, means: 'what was probably meant' }]
      : [],
  );
  const options = [...meant, ...completeSearch(text, caret, known)]
    .filter((one) => one.text !== text.slice(one.from, one.to))
    .filter((one, at, all) => all.findIndex((other) => other.text === one.text) === at)
    .slice(0, most);
  const [first] = options;
  const typed = first ? text.slice(first.from, caret) : '';
  return { options, isPart: meant.length > 0 || /^(?:[a-z]+:|[#@])/iu.test(typed) };
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

/** What to say under the caret: where it stands first; what is being typed is not wrong yet while something begins like it. */
export const problemAt = (
  problems: readonly Problem[],
  caret: number,
  isListed: boolean,
): Problem | undefined => {
  const here = problems.find(({ from, to }) => from <= caret && caret <= to);
  if (here && !isListed) return here;
  return problems.find((one) => one !== here && one.tone === 'error') ?? (isListed ? undefined : problems[0]);
};
