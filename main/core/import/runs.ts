import type { Ms } from '../../../shared/model.ts';
import { reopenWindowMs } from '../threads/place.ts';

export type Timed = { at: Ms; isIn: boolean };
/** `until`: when it was over. What the brand said long after that is kept with it, and makes it no longer. */
export type Run<T> = { messages: T[]; until: Ms };

/**
 * Past messages of one customer as the threads they were: who is silent for longer than the reopen window begins another. Where
 * only the brand spoke it belongs to what went before; before anything was said to it, it said that by itself (`alone`). A pure
 * function of a set of messages, so that whatever comes in which order, the threads are the same.
 */
export const runsOf = <T extends Timed>(oldestFirst: readonly T[]): { runs: Run<T>[]; alone: T[] } => {
  const runs: Run<T>[] = [];
  const alone: T[] = [];
  const end = (run: T[]): void => {
    const last = runs.at(-1);
    if (run.some(({ isIn }) => isIn)) runs.push({ messages: run, until: run.at(-1)?.at ?? 0 });
    else if (last) last.messages.push(...run);
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
