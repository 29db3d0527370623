import {
  notApplicable,
  scoredIn,
  type Answer,
  type Answers,
  type FormBody,
  type FormQuestion,
} from './form.ts';

export type Score = {
  /** 0 to 100, not rounded; null: nothing that counts was answered. */
  points: number | null;
  /** The worst answer was given to a question that decides over the whole. */
  isFailed: boolean;
  /** Ids of questions that still want an answer. */
  missing: readonly string[];
};

/** What an answer is worth, 0 to 1; null: it counts for nothing (not applicable, asked in words, unknown). */
export const valueOf = (question: FormQuestion, answer: Answer | undefined): number | null => {
  if (answer === undefined || answer === notApplicable) return null;
  switch (question.kind) {
    case 'yes-no':
      return answer === 'yes' ? 1 : answer === 'no' ? 0 : null;
    case 'scale':
      return /^[1-5]$/u.test(answer) ? (Number(answer) - 1) / 4 : null;
    case 'choice': {
      const points = question.options.find(({ id }) => id === answer)?.points;
      return points === undefined ? null : points / 100;
    }
    case 'text':
      return null;
  }
};

/** The mean of what was answered, each by its weight. What does not apply takes its weight with it. */
export const scoreOf = (body: FormBody, answers: Answers): Score => {
  const scored = scoredIn(body);
  let sum = 0;
  let weights = 0;
  let isFailed = false;
  for (const question of scored) {
    const value = valueOf(question, answers[question.id]);
    if (value === null) continue;
    if (question.failsAll && value === 0) isFailed = true;
    sum += value * question.weight;
    weights += question.weight;
  }
  const missing = scored.filter(({ id }) => answers[id] === undefined).map(({ id }) => id);
  const points = isFailed ? 0 : weights === 0 ? null : (100 * sum) / weights;
  return { points, isFailed, missing };
};

/** What several reviews of one conversation come to: where a difference was settled, all of them say what was settled. */
export const jointPoints = (body: FormBody, reviews: readonly Answers[], settled: Answers): number | null => {
  const each = reviews.flatMap((answers) => scoreOf(body, { ...answers, ...settled }).points ?? []);
  return each.length === 0 ? null : each.reduce((sum, points) => sum + points, 0) / each.length;
};

/** Questions to which not everybody gave the same answer. */
export const differencesIn = (body: FormBody, reviews: readonly Answers[]): readonly FormQuestion[] =>
  reviews.length < 2
    ? []
    : scoredIn(body).filter(({ id }) => new Set(reviews.map((answers) => answers[id])).size > 1);
