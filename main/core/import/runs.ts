import type { Ms } from '../../../shared/model.ts';
import { reopenWindowMs } from '../threads/place.ts';

export type Timed = { at: Ms; isIn: boolean };

/**
 * Past messages of one customer as the threads they were: who is silent for longer than the reopen window begins another. Where
 * only the brand spoke it belongs to what went before; before anything was said to it, it said that by itself (`alone`). A pure
 * function of a set of messages, so that whatever comes in which order, the threads are the same.
 */
export const runsOf = <T extends Timed>(oldestFirst: readonly T[]): { runs: T[][]; alone: T[] } => {
  const runs: T[][] = [];
  const alone: T[] = [];
  const end = (run: T[]): void => {
    const last = runs.at(-1);
    if (run.some(({ isIn }) => isIn)) runs.push(run);
    else if (last) last.push(...run);
    else alone.push(...run);
  };
  let run: T[] = [];
  for (const one of oldestFirst) {
    const before = run.at(-1);
    if (before && one.at - before.at > reopenWindowMs) {
      end(run);
      run = [];
    }
    run.push(one);
  }
  if (run.length > 0) end(run);
  return { runs, alone };
};
