import { foldText } from '../../../shared/search/fold.ts';
import type { Sought } from '../../../shared/search/sought.ts';
import type { Found } from './find.ts';

/** Only the newest of what was found are ranked: to rank a million means to read a million. */
export const rankedCap = 400;

/**
 * The same as BM25 among these: what is rare among them weighs more, often in a short text weighs more than once in a long
 * one. Equal ones stay in their order, the newest first.
 */
export const ranked = (found: readonly Found[], sought: readonly Sought[]): Found[] => {
  const needles = sought.map((one) => (one.by === 'words' ? one.words.join(' ') : one.text));
  const counts = found.map(({ text }) => {
    const folded = foldText(text);
    // As a part of other words too: how much it is worth is a guess anyway, that it is there was found before.
    return needles.map((needle) => folded.split(needle).length - 1);
  });
  const average = found.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, found.length);
  const weights = sought.map((_, at) => {
    const having = counts.filter((count) => (count[at] ?? 0) > 0).length;
    return Math.log(1 + (found.length - having + 0.5) / (having + 0.5));
  });
  const score = (at: number): number =>
    weights.reduce((sum, weight, which) => {
      const times = counts[at]?.[which] ?? 0;
      const length = 0.25 + (0.75 * (found[at]?.text.length ?? 0)) / Math.max(1, average);
      return sum + (weight * times * 2.2) / (times + 1.2 * length);
    }, 0);
  return found
    .map((one, at) => ({ one, score: score(at) }))
    .toSorted((a, b) => b.score - a.score || b.one.id - a.one.id)
    .map(({ one }) => one);
};
