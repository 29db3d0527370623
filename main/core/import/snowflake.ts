import type { Ms } from '../../../shared/model.ts';

const epochMs = 1_288_834_974_657n;
/** As far as two clocks of one moment can be apart when a file's zone is mistaken. */
const toleranceMs = 27 * 3_600_000;

/** When X made this id, by its own clock; null: it is none of X's since 2010. */
export const timeOfId = (id: string): Ms | null =>
  /^\d{11,19}$/u.test(id) ? Number((BigInt(id) >> 22n) + epochMs) : null;

/** Whether a message of that time can have this id at X: other numbers are the file's own. */
export const isIdOfX = (id: string, at: Ms): boolean => {
  const made = timeOfId(id);
  return made !== null && Math.abs(made - at) <= toleranceMs;
};
