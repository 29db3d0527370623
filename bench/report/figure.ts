/** One line of the report. */
export type Figure = {
  name: string;
  value: number;
  unit: 'ms' | '/s' | 'MB' | '×';
  /** What the same run measured to compare with. */
  baseline?: number;
  budget?: Budget;
  /** What a reader should know about the number: samples taken, spread, what stood in the way. */
  note?: string;
};

/** On the figure itself, or on its ratio to the baseline. */
export type Budget = { of: 'value' | 'ratio'; atMost: number } | { of: 'value' | 'ratio'; atLeast: number };

/** Figure by baseline; undefined without one. */
export const ratioOf = ({ value, baseline }: Figure): number | undefined =>
  baseline === undefined ? undefined : value / baseline;

export const isWithinBudget = (figure: Figure): boolean => {
  const { budget } = figure;
  if (budget === undefined) return true;
  const judged = budget.of === 'value' ? figure.value : ratioOf(figure);
  // A ratio that could not be taken proves nothing, so it does not pass.
  if (judged === undefined || !Number.isFinite(judged)) return false;
  return 'atMost' in budget ? judged <= budget.atMost : judged >= budget.atLeast;
};
