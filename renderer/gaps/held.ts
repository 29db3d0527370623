import { create } from 'zustand';

type Held = {
  /** By column: gaps that wait to be shown or taken away, because it would move what is in view. */
  waiting: Readonly<Record<string, number>>;
  /** By column: how often its agent asked to see it as it is. */
  asked: Readonly<Record<string, number>>;
};

export const useHeld = create<Held>(() => ({ waiting: {}, asked: {} }));

export const heldIn = (columnId: string): number => useHeld.getState().waiting[columnId] ?? 0;

export const tellHeld = (columnId: string, count: number): void => {
  if (heldIn(columnId) === count) return;
  useHeld.setState(({ waiting }) => ({ waiting: { ...waiting, [columnId]: count } }));
};

export const showGaps = (columnId: string): void => {
  if (heldIn(columnId) === 0) return;
  useHeld.setState(({ asked }) => ({ asked: { ...asked, [columnId]: (asked[columnId] ?? 0) + 1 } }));
};

const own = new Set<string>();

/** What one does oneself shows at once, and so does its undo. */
export const isOwnGap = (id: string): boolean => own.has(id);
export const ownGap = (id: string): void => void own.add(id);
