import type { Handlers } from '../core/core.ts';

/** A window without columns (the first run) asks for no page: then it is this long after it was loaded. */
const latestMs = 600;

/**
 * Runs a job once the window has its first page of cards: signing in loads and asks much, and what an agent waits for at
 * a start is the cards. `soon` is called when the window's page has been loaded.
 */
export const oncePaged = (job: () => void): { watch(handlers: Handlers): Handlers; soon(): void } => {
  let isBegun = false;
  const begin = (): void => {
    if (isBegun) return;
    isBegun = true;
    job();
  };
  return {
    watch: (handlers) =>
      isBegun
        ? handlers
        : {
            ...handlers,
            'column.page': (input) => {
              // After the answer has left, and the page had time to draw it.
              setTimeout(begin, paintMs);
              return handlers['column.page'](input);
            },
          },
    soon: () => void setTimeout(begin, latestMs),
  };
};

/** Measured: 100–300 ms from the answer to the paint. */
const paintMs = 500;
