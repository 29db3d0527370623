import type { Ms } from '../../shared/model.ts';
import type { Desk } from './desk.ts';

/** Something the desk does by itself when its time has come: wake, warn, give back, remind. */
export type Chore = {
  /** For the log. */
  name: string;
  /** When it next has something to do, from an index; Infinity: nothing in sight. */
  dueAt(desk: Desk): Ms;
  /** Does what is due, a bounded part of it: whatever is left is due still, and its turn comes again. */
  run(desk: Desk): void;
};

/** The longest sleep, so that a changed clock or a deadline set meanwhile is noticed. */
const longestMs = 15_000;
/** Between two turns while there is a backlog, so that requests get in between. */
const shortestMs = 50;

/** Runs chores when they are due, one turn each. A chore that fails is told and does not stop the others. */
export const createTicker = (
  desk: Desk,
  chores: readonly Chore[],
): { start(): void; soon(): void; stop(): void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isSoon = false;

  const turn = (): void => {
    timer = undefined;
    isSoon = false;
    if (isStopped) return;
    let next = Infinity;
    for (const chore of chores) {
      try {
        if (chore.dueAt(desk) <= desk.now()) chore.run(desk);
        next = Math.min(next, chore.dueAt(desk));
      } catch (error) {
        desk.onTrouble(error);
      }
    }
    if (isStopped) return;
    timer = setTimeout(turn, Math.min(longestMs, Math.max(shortestMs, next - desk.now())));
  };

  return {
    start: turn,
    /** Something was written: what is due next may have changed. */
    soon() {
      // A busy desk writes all the time: the turn that is on its way must not be put off again and again.
      if (isStopped || isSoon) return;
      isSoon = true;
      clearTimeout(timer);
      timer = setTimeout(turn, shortestMs);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
