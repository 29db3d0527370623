import { fold, isSpaceless, type Folded } from './fold.ts';
import type { Sentiment } from './rule.ts';
import { negatedBefore, negators, weights } from './sentiment-words.ts';
import { createWords } from './words.ts';

/**
 * How a customer's message sounds: words of this trade with weights, the longest phrase first, turned round by a negation
 * up to three words before. A guess for sorting work, never a verdict on a person: it does not hear irony, compares
 * nothing with what was said before, knows English well and six other languages by a few words, and says `neutral` when
 * it knows none of the words. It agrees with 66 of the 70 sentences of the test beside it, which the same hand wrote as
 * chose the words: with real messages expect less.
 */
export const sentimentOf = (text: string): Sentiment => sentimentIn(fold(text));

/** The same of a text that is folded already. */
export const sentimentIn = (folded: Folded): Sentiment => {
  /** By the place of the first word: the weightiest reading, of the most words. */
  const read = new Map<number, { weight: number; length: number }>();
  let score = 0;
  words(folded, (id, at) => {
    const { weight, length } = lexicon[id] ?? { weight: 0, length: 1 };
    if (at === null) score += weight;
    else if (length > (read.get(at)?.length ?? 0)) read.set(at, { weight, length });
  });
  let until = 0;
  for (const [at, { weight, length }] of [...read].toSorted(([a], [b]) => a - b)) {
    if (at < until) continue;
    score += isNegated(folded.plain, Math.max(until, at - 3), at) ? -weight : weight;
    until = at + length;
  }
  return score <= -1 ? 'negative' : score >= 1 ? 'positive' : 'neutral';
};

const lexicon = Object.entries(weights).map(([word, weight]) => ({
  word,
  weight,
  length: isSpaceless(word) ? 1 : Math.max(1, fold(word).raw.length),
}));
const words = createWords(lexicon.map(({ word }) => word));

const isNegated = (plain: readonly string[], from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const word = plain[at] ?? '';
    if (negators.has(word) || (negatedBefore.has(word) && plain[at + 1] === 't')) return true;
  }
  return false;
};
