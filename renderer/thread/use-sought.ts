import { useLayoutEffect, useRef, type RefObject } from 'react';
import { set, useDesk } from '../store/desk.ts';
import type { OpenThread, Sought } from '../store/state.ts';
import { readEarlier } from '../store/thread.ts';

/** Reads the thread where somebody was looking for something, further back if it is not there yet, and marks the place. */
export const useSought = (
  scroller: RefObject<HTMLDivElement | null>,
  thread: OpenThread,
  leaveEnd: () => void,
): void => {
  const sought = useDesk((desk) => (desk.sought?.threadId === thread.id ? desk.sought : null));
  const done = useRef<Sought | null>(null);
  const { messages, notes, escalations, hasEarlier, isReadingEarlier } = thread;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || sought === null) return undefined;
    const place = box.querySelector(selectorOf(thread, sought));
    if (place) {
      place.toggleAttribute('data-sought', true);
      if (done.current !== sought) {
        done.current = sought;
        leaveEnd();
        place.scrollIntoView({ block: 'center' });
        // What stands above it had its height guessed until it came near.
        requestAnimationFrame(() => place.scrollIntoView({ block: 'center' }));
      }
      return () => void place.toggleAttribute('data-sought', false);
    }
    // What was noted about the customer stands with the customer, not among what was said.
    if (done.current !== sought && notes.some(({ id, threadId }) => id === sought.id && threadId === null)) {
      done.current = sought;
      set({ isCustomerOpen: true });
      return undefined;
    }
    if (done.current !== sought && hasEarlier && !isReadingEarlier) void readEarlier();
    return undefined;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rows of the thread it reads are named here one by one.
  }, [scroller, sought, messages, notes, escalations, hasEarlier, isReadingEarlier]);
};

const selectorOf = ({ escalations }: OpenThread, { part, id }: Sought): string => {
  if (part === 'message') return `[data-message-id="${CSS.escape(id)}"]`;
  if (part === 'note') return `[data-note-id="${CSS.escape(id)}"]`;
  const call =
    part === 'call' ? escalations.find(({ attempts }) => attempts.some((one) => one.id === id)) : null;
  return `[data-escalation-id="${CSS.escape(call?.id ?? id)}"]`;
};
