import { create } from 'zustand';
import type { PickLine, PickView, ReviewWork } from '../../shared/api/review.ts';
import type { SampleId } from '../../shared/ids.ts';
import type { FormQuestion } from '../../shared/review/form.ts';
import { questionsOf } from '../../shared/review/form.ts';

export type ReviewState = {
  work: ReviewWork | null;
  /** Why it could not be read. */
  problem: string | null;
  /** The conversation that is open. */
  pick: PickView | null;
  /** The question the keyboard is at. */
  questionId: string | null;
  /** The question whose comment is being written. */
  commenting: string | null;
  /** Whose agreement the dialog shows. */
  sampleId: SampleId | null;
};

/** What the desk of reviews shows; only that desk reads it, and only while it is shown. */
export const useReview = create<ReviewState>(() => ({
  work: null,
  problem: null,
  pick: null,
  questionId: null,
  commenting: null,
  sampleId: null,
}));

export const get = useReview.getState;
export const set = useReview.setState;

export const questionHere = ({ pick, questionId }: ReviewState): FormQuestion | undefined =>
  pick ? questionsOf(pick.form).find(({ id }) => id === questionId) : undefined;

/** Everything one can go through, in the order on screen. */
export const linesIn = ({ work }: Pick<ReviewState, 'work'>): readonly PickLine[] => {
  if (!work) return [];
  const seen = new Set<string>();
  return [...todoIn(work), ...work.differences, ...doneIn(work)].filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
};

export const todoIn = ({ mine }: ReviewWork): readonly PickLine[] =>
  mine.filter((line) => line.mine?.isDone === false);
/** What I did last, but for what is to be settled: that stands above. */
export const doneIn = ({ mine, differences }: ReviewWork): readonly PickLine[] =>
  mine.filter((line) => line.mine?.isDone === true && !differences.some(({ id }) => id === line.id));
