import type { Ms } from '../../../shared/model.ts';

/** What was noted so far in the future was noted before the clock was set back: its time is not to be waited for. */
export const jumpMs = 60_000;

/** A rest that ends by itself, and with the clock that it was begun by. */
export type Pause = { until(): Ms; set(until: Ms): void };

export const createPause = (now: () => Ms): Pause => {
  let end: Ms = 0;
  let begunAt: Ms = 0;
  return {
    until: () => (begunAt > now() + jumpMs ? 0 : end),
    set(until) {
      end = until;
      begunAt = now();
    },
  };
};
