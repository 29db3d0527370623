import { useEffect, type RefObject } from 'react';
import { get, set, useDesk } from '../store/desk.ts';
import type { Desk } from '../store/state.ts';

type Wanted = NonNullable<Desk['wantsFocus']>;

/** The part of the window that a command sends the keyboard to by this name takes it; a field goes on at the end of its text. */
export const useWantedFocus = (
  wanted: Wanted,
  part: RefObject<HTMLElement | null>,
  options?: FocusOptions,
): void => {
  const isWanted = useDesk((desk) => desk.wantsFocus === wanted);
  // After a dialog that goes has given the keyboard back.
  useEffect(() => {
    const { current } = part;
    // A faster key may have sent the keyboard elsewhere since this was drawn.
    if (!isWanted || !current || get().wantsFocus !== wanted) return;
    current.focus(options);
    if (current instanceof HTMLTextAreaElement)
      current.setSelectionRange(current.value.length, current.value.length);
    set({ wantsFocus: null });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- when it is wanted, and not when it is drawn again
  }, [isWanted]);
};
