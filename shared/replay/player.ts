import type { Moment, Part, Patch, Rows, ThreadThen } from './story.ts';
import { parts } from './story.ts';

/** A thread at one instant. */
export type Then = {
  thread: Partial<ThreadThen>;
} & { [P in Part]: Map<string, Rows[P]> };

export type Player = {
  /** The moment after which the thread is shown; −1: before anything was known of it. */
  readonly at: number;
  /** Changed in place: what is taken from it is taken at once. */
  readonly now: Then;
  /** Any moment of the story; what lies between costs a little each, forwards and backwards alike. */
  to(index: number): void;
};

/** Goes to and fro in a story. Going back gives exactly what was there before. */
export const createPlayer = (moments: readonly Pick<Moment, 'set'>[]): Player => {
  const now = blank();
  /** What takes each moment passed back. */
  const undone: Patch[] = [];
  return {
    get at() {
      return undone.length - 1;
    },
    now,
    to(index) {
      const wanted = Math.max(-1, Math.min(index, moments.length - 1));
      while (undone.length - 1 > wanted) apply(now, undone.pop() ?? {});
      for (
        let next = moments[undone.length];
        next && undone.length - 1 < wanted;
        next = moments[undone.length]
      ) {
        undone.push(apply(now, next.set));
      }
    },
  };
};

export const blank = (): Then => ({
  thread: {},
  messages: new Map(),
  notes: new Map(),
  questions: new Map(),
  promises: new Map(),
  calls: new Map(),
  items: new Map(),
});

/** Returns what takes it back. */
const apply = (now: Then, patch: Patch): Patch => {
  const back: Patch = {};
  if (patch.thread) {
    const before = now.thread as Record<string, unknown>;
    const was: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(patch.thread)) {
      was[name] = before[name];
      if (value === undefined) delete before[name];
      else before[name] = value;
    }
    back.thread = was;
  }
  for (const part of parts) {
    const rows = patch[part];
    if (rows) Object.assign(back, { [part]: applyRows(now[part] as Map<string, unknown>, rows) });
  }
  return back;
};

const applyRows = (
  now: Map<string, unknown>,
  rows: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const back: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(rows)) {
    back[id] = now.get(id) ?? null;
    if (value === null) now.delete(id);
    else now.set(id, value);
  }
  return back;
};
