import type { Ms } from '../../../shared/model.ts';
import { reopenWindowMs } from '../threads/place.ts';

export type Timed = { at: Ms; isIn: boolean };
/** `until`: when it was over. What the brand said long after that is kept with it, and makes it no longer. */
export type Run<T> = { messages: T[]; until: Ms };

/**
 * Past messages of one customer as the threads they were: who is silent for longer than the reopen window begins another. What
 * only the brand said, before the customer spoke again, belongs to what went before; before anything was said to it, to what
 * soon began, or it said that by itself (`alone`): as on the usual road (`placeOut`). A pure function of a set of messages, so
 * that whatever comes in which order, the threads are the same.
 */
export const runsOf = <T extends Timed>(oldestFirst: readonly T[]): { runs: Run<T>[]; alone: T[] } => {
  const runs: Run<T>[] = [];
  const alone: T[] = [];
  const end = (run: T[]): void => {
    const last = runs.at(-1);
    const spoken = run.findIndex(({ isIn }) => isIn);
    const first = run[spoken];
    const own: T[] = [];
    for (const one of first ? run.slice(0, spoken) : run) {
      if (last) last.messages.push(one);
      else if (first && first.at - one.at <= reopenWindowMs) own.push(one);
      else alone.push(one);
    }
    if (first) runs.push({ messages: [...own, ...run.slice(spoken)], until: run.at(-1)?.at ?? 0 });
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
