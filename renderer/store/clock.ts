import { useContext, useSyncExternalStore } from 'react';
import { Past } from './past.ts';

// One timer for every age and countdown in the window.
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

const tick = (): void => {
  now = Date.now();
  for (const listener of listeners) listener();
};

/** What `read` says of the time, or of the moment of the past that is shown; repaints only when that changes, so an age ticks once a minute, not once a second. */
export const useClock = <T extends string | number | boolean>(read: (now: number) => T): T => {
  const past = useContext(Past);
  return useSyncExternalStore(subscribe, () => read(past ?? now));
};
