import type { Ms } from '../../../shared/model.ts';
import type { Happening, Part, Patch, Rows } from '../../../shared/replay/story.ts';
import type { LoggedChange } from './changes.ts';
import type { Image } from './mentions.ts';

export type FoldedRows = { [P in Part]: Map<string, Rows[P]> };

export const noRows = (): FoldedRows => ({
  messages: new Map(),
  notes: new Map(),
  questions: new Map(),
  promises: new Map(),
  calls: new Map(),
  items: new Map(),
});

/** What one change does to one thread, gathered image by image. */
export type Gathering = {
  readonly at: Ms;
  readonly op: string;
  /** Rows change hands between threads: what comes along did not happen just now. */
  readonly isMoving: boolean;
  readonly did: Happening[];
  readonly set: Patch;
  /** Null: it is not here any more. */
  put<P extends Part>(part: P, id: string, value: Rows[P] | null): void;
  /** Whether a row that hangs on a thread hung on this one before an image, and does after it. */
  hangs(part: Part, image: Image): { is: boolean; was: boolean };
};

export const gathering = (
  { op, at, isUndo }: LoggedChange,
  rows: FoldedRows,
  threadId: string,
): Gathering => {
  const set: Record<string, Record<string, unknown>> = {};
  return {
    at,
    op,
    isMoving: op === 'thread.merge' || op === 'thread.split' || isUndo,
    did: [],
    set,
    put(part, id, value) {
      if (value === null) rows[part].delete(id);
      else rows[part].set(id, value);
      (set[part] ??= {})[id] = value;
    },
    hangs(part, { key: [id = ''], left }) {
      const was = rows[part].has(id);
      return {
        was,
        is: left !== null && ('thread_id' in left ? left['thread_id'] === threadId : was),
      };
    },
  };
};
