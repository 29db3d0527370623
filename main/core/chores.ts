import type { Ms } from '../../shared/model.ts';
import type { Desk } from './desk.ts';

/** Something the desk does by itself when its time has come: wake, warn, give back, remind. */
export type Chore = {
  /** For the log. */
  name: string;
  /** When it next has something to do, from an index; Infinity: nothing in sight. */
  dueAt(desk: Desk): Ms;
  /** The least time between two turns while there is a backlog; the usual one when not given. */
  apartMs?: Ms;
  /** Does what is due, a bounded part of it: whatever is left is due still, and its turn comes again. */
  run(desk: Desk): void;
};

/** The longest sleep, so that a changed clock or a deadline set meanwhile is noticed. */
const longestMs = 15_000;
/** What was just written may be due: soon, but several writes are one look. */
const shortestMs = 50;
/** Between two chores that are both due: whatever waits for the desk has its turn first. */
const betweenMs = 5;
/** A chore with a backlog (a weekend's missed deadlines) takes a turn so often, and leaves the desk to people meanwhile. */
const apartMs = 250;
/** At a start the first cards come first. */
const restMs = 1500;

/**
 * Runs chores when they are due, one at a time and in turns. A chore that fails is told and does not stop the others. They are
 * loaded when their time has come.
 */
export const createTicker = (
  desk: Desk,
  load: () => Promise<readonly Chore[]>,
): { start(): void; soon(): void; stop(): void } => {
  let chores: readonly Chore[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  // Until it has started, and while it is at work, nothing that is written calls for it.
  let isDeaf = true;
  const mayRunAt = new Map<Chore, Ms>();

  const dueAt = (chore: Chore): Ms => Math.max(chore.dueAt(desk), mayRunAt.get(chore) ?? 0);

  const turn = (): void => {
    timer = undefined;
    if (isStopped) return;
    isDeaf = true;
    let next = Infinity;
    let ran: Chore | undefined;
    for (const chore of chores) {
      try {
        let due = dueAt(chore);
        if (due <= desk.now() && !ran) {
          ran = chore;
          mayRunAt.set(chore, desk.now() + (chore.apartMs ?? apartMs));
          chore.run(desk);
          due = dueAt(chore);
        }
        next = Math.min(next, due);
      } catch (error) {
        desk.onTrouble(error);
      }
    }
    const last = ran;
    // Whoever had this turn comes last in the next: a long backlog keeps nobody else waiting.
    if (last) chores = [...chores.filter((chore) => chore !== last), last];
    isDeaf = false;
    if (isStopped) return;
    timer = setTimeout(turn, Math.min(longestMs, Math.max(last ? betweenMs : shortestMs, next - desk.now())));
  };

  return {
    start() {
      const begin = (loaded: readonly Chore[]): void => {
        chores = loaded;
        turn();
      };
      timer = setTimeout(() => void load().then(begin).catch(desk.onTrouble), restMs);
    },
    /** Something was written: what is due next may have changed. */
    soon() {
      // A busy desk writes all the time: the turn that is on its way must not be put off again and again.
      if (isStopped || isDeaf) return;
      isDeaf = true;
      clearTimeout(timer);
      timer = setTimeout(turn, shortestMs);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
